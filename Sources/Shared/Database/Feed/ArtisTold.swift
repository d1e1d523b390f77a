public import Domain

/// That something changed in artis.net, as its feed or a listing told it.
public struct ArtisTold: Sendable, Hashable {
    /// Of an action, any of the three kinds of activity: which one it is shows when its triple is read (R20).
    public var kind: Kind
    public var artisID: ID<ArtisRecord>
    /// One that is not younger than the last told tells nothing new; nil always does.
    public var version: Int64?
    /// The record is gone. What we never knew of is then none of our business.
    public var isDeleted: Bool
    /// Told for its own sake, and not to bring a record that nobody has heard of: those are `backfill`'s.
    public var concernsKnownOnly: Bool

    public init(
        kind: Kind, artisID: ID<ArtisRecord>, version: Int64?, isDeleted: Bool = false, concernsKnownOnly: Bool = false
    ) {
        self.kind = kind
        self.artisID = artisID
        self.version = version
        self.isDeleted = isDeleted
        self.concernsKnownOnly = concernsKnownOnly || isDeleted
    }
}
