public import Domain

/// A page of all records of a collection, without their fields.
public struct ArtisListing: Sendable, Equatable {
    public struct Entry: Sendable, Hashable {
        public var id: ID<ArtisRecord>
        public var version: Int64
        public var modified: Instant?

        public init(id: ID<ArtisRecord>, version: Int64, modified: Instant? = nil) {
            self.id = id
            self.version = version
            self.modified = modified
        }
    }

    public var entries: [Entry]
    /// Where the next page begins; nil on the last.
    public var after: String?
    /// The place in the change feed at which the listing began.
    public var cursor: String?

    public init(entries: [Entry], after: String? = nil, cursor: String? = nil) {
        self.entries = entries
        self.after = after
        self.cursor = cursor
    }
}
