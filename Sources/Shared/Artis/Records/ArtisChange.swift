public import Domain
import HTTP

/// One element of the change feed: a hint that a record has changed, and no data.
public struct ArtisChange: Sendable, Hashable {
    public enum Operation: String, Sendable, Hashable, CaseIterable {
        case creation, modification
        case deletion = "suppression"
    }

    public var collection: ArtisCollection
    public var id: ID<ArtisRecord>
    public var version: Int64
    /// A restored record comes as a creation under its old id.
    public var operation: Operation
    public var at: Instant?
    /// What the write that caused it said of its own cause.
    public var origin: String?

    public init(
        collection: ArtisCollection, id: ID<ArtisRecord>, version: Int64, operation: Operation, at: Instant? = nil,
        origin: String? = nil
    ) {
        self.collection = collection
        self.id = id
        self.version = version
        self.operation = operation
        self.at = at
        self.origin = origin
    }

    /// R25: whether a write of ours caused it.
    public var isOurs: Bool {
        origin == ArtisClient.origin || origin?.hasPrefix(ArtisClient.origin + ";") == true
    }
}

extension ArtisChange {
    /// - Returns: nil for a collection that does not concern us. An operation that is not known counts as a change: what
    ///   has become of the record is read anyway.
    init?(_ json: JSON, status: Int) throws(ArtisFailure) {
        guard let collection = json["collection"]?.string.flatMap(ArtisCollection.init) else { return nil }
        guard let id = json["id"]?.text, !id.isEmpty, let version = json["version"]?.text.flatMap({ Int64($0) }) else {
            throw .faulted(status, "a change without \"id\" and \"version\"")
        }
        self.init(
            collection: collection, id: ID(id), version: version,
            operation: json["operation"]?.string.flatMap(Operation.init) ?? .modification,
            at: json["le"]?.string.flatMap(Instant.init(text:)), origin: json["origine"]?.string)
    }
}
