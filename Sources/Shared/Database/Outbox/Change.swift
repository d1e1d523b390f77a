public import Domain

/// That something changed, as a webhook, a poll, a discovery or a person told it.
public struct Change: Sendable, Hashable {
    public var kind: Kind
    public var hubspotID: ID<HubSpotRecord>
    /// The modified date, where it is known (a poll): one that is not younger than the last told tells nothing new.
    public var modified: Instant?

    public init(kind: Kind, hubspotID: ID<HubSpotRecord>, modified: Instant? = nil) {
        self.kind = kind
        self.hubspotID = hubspotID
        self.modified = modified
    }
}
