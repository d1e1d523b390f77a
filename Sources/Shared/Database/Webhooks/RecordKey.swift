public import Domain

/// A record of HubSpot's: its ids are unique within a kind only.
public struct RecordKey: Sendable, Hashable {
    public var kind: Kind
    public var id: ID<HubSpotRecord>

    public init(kind: Kind, id: ID<HubSpotRecord>) {
        self.kind = kind
        self.id = id
    }
}
