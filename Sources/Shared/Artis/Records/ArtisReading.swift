public import Domain

/// Why a record that was asked for by its id is not there.
public enum ArtisAbsence: String, Sendable, Hashable, CaseIterable {
    case unknown = "inconnu"
    case deleted = "supprime"
}

/// What a batched read brought.
public struct ArtisReading: Sendable, Equatable {
    public var records: [ArtisObject]
    /// Of a read by ids.
    public var absent: [ID<ArtisRecord>: ArtisAbsence]

    public init(records: [ArtisObject] = [], absent: [ID<ArtisRecord>: ArtisAbsence] = [:]) {
        self.records = records
        self.absent = absent
    }
}
