public import Domain

/// A linked pair whose two sides, or whose standing, are not what a worker would make of them (R29).
public struct Difference: Sendable, Equatable {
    public enum Cause: Sendable, Equatable {
        /// Names of fields that would be written, by system; artis' relations (tiers, interlocuteurs, affaires) are
        /// fields of artis, HubSpot's associations are `associations.KIND`.
        case fields(artis: [String], hubspot: [String])
        /// It would stand elsewhere: deleted, restored, merged away, waiting for a company that is not synced.
        case standing(State, Reason?)
        /// It hangs on another company now (R12).
        case moved
        /// It may hang on a company that nobody has looked at yet.
        case undecided
    }

    public var pair: PairID
    public var kind: Kind
    public var hubspotID: ID<HubSpotRecord>?
    public var artisID: ID<ArtisRecord>?
    /// Never empty.
    public var causes: [Cause]

    public init(
        pair: PairID, kind: Kind, hubspotID: ID<HubSpotRecord>?, artisID: ID<ArtisRecord>?, causes: [Cause]
    ) {
        self.pair = pair
        self.kind = kind
        self.hubspotID = hubspotID
        self.artisID = artisID
        self.causes = causes
    }
}
