public import Domain

/// What we know of a HubSpot record when an event tells of it: enough to say whether that is news (R25).
public struct KnownRecord: Sendable {
    public var record: RecordKey
    public var isLatched: Bool
    /// A worker has read it before.
    public var isRead: Bool
    /// Synced, every change answered, nobody at work: what was last synced is what HubSpot held then.
    public var isSettled: Bool
    public var warnings: [Warning]
    /// HubSpot's side as last synced.
    public var synced: Values
    /// What a worker is writing at the moment, by the names of `Field`; nil clears.
    public var echo: [String: String?]
    public var company: ID<HubSpotRecord>?
    /// The contacts and deals that HubSpot linked an activity with at the last look (R21).
    public var links: Set<RecordKey>

    public init(
        record: RecordKey, isLatched: Bool = false, isRead: Bool = false, isSettled: Bool = false,
        warnings: [Warning] = [], synced: Values = Values(), echo: [String: String?] = [:],
        company: ID<HubSpotRecord>? = nil, links: Set<RecordKey> = []
    ) {
        self.record = record
        self.isLatched = isLatched
        self.isRead = isRead
        self.isSettled = isSettled
        self.warnings = warnings
        self.synced = synced
        self.echo = echo
        self.company = company
        self.links = links
    }
}
