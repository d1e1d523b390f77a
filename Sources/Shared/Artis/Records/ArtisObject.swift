public import Domain
public import HTTP

/// A record as artis gives it.
public struct ArtisObject: Sendable, Equatable {
    public var id: ID<ArtisRecord>
    /// Grows with every change.
    public var version: Int64
    public var modified: Instant?
    /// Our own name of it, where we created it.
    public var reference: String?
    /// `champs`, by the names of `ArtisFieldName`.
    public var fields: [String: JSON]

    public init(
        id: ID<ArtisRecord>, version: Int64, modified: Instant? = nil, reference: String? = nil,
        fields: [String: JSON] = [:]
    ) {
        self.id = id
        self.version = version
        self.modified = modified
        self.reference = reference
        self.fields = fields
    }
}

extension ArtisObject {
    init(_ json: JSON, status: Int) throws(ArtisFailure) {
        guard let id = json["id"]?.text, !id.isEmpty else { throw .faulted(status, "a record without an id") }
        guard let version = json["version"]?.text.flatMap({ Int64($0) }) else {
            throw .faulted(status, "record \(id) has no version")
        }
        self.init(
            id: ID(id), version: version, modified: json["modifieLe"]?.string.flatMap(Instant.init(text:)),
            reference: json["referenceExterne"]?.string, fields: json["champs"]?.object ?? [:])
    }
}
