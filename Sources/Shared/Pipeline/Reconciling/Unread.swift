public import Database
public import Domain

/// A linked pair that could not be compared, because a system answers for others but not for it.
public struct Unread: Sendable, Equatable {
    public var pair: PairID
    public var kind: Kind
    public var hubspotID: ID<HubSpotRecord>?
    public var artisID: ID<ArtisRecord>?
    /// The system's status and message.
    public var cause: String

    public init(_ pair: Pair, cause: String) {
        self.pair = pair.id
        kind = pair.kind
        hubspotID = pair.hubspotID
        artisID = pair.artisID
        self.cause = cause
    }
}
