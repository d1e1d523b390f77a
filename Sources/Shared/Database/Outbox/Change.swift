public import Domain

/// That something changed, as a webhook, a poll, a discovery or a person told it.
public struct Change: Sendable, Hashable {
    public var kind: Kind
    public var hubspotID: ID<HubSpotRecord>
    /// The modified date, where it is known (a poll): one that is not younger than the last told tells nothing new.
    public var modified: Instant?
    /// An integration did it, and the record may be our own creation whose commit is under way (R25): where nobody has
    /// read it yet, its hint is held back for that commit to absorb the row.
    public var mayBeOurs: Bool

    public init(
        kind: Kind, hubspotID: ID<HubSpotRecord>, modified: Instant? = nil, mayBeOurs: Bool = false
    ) {
        self.kind = kind
        self.hubspotID = hubspotID
        self.modified = modified
        self.mayBeOurs = mayBeOurs
    }
}
