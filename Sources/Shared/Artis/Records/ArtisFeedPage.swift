/// What the change feed told at once.
public struct ArtisFeedPage: Sendable, Equatable {
    /// In order per record, each at least once.
    public var changes: [ArtisChange]
    /// Where the feed goes on; opaque.
    public var next: String
    /// More stands there already.
    public var hasMore: Bool

    public init(changes: [ArtisChange], next: String, hasMore: Bool) {
        self.changes = changes
        self.next = next
        self.hasMore = hasMore
    }
}
