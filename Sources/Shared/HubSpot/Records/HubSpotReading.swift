public import Domain

/// What a batched read brought.
public struct HubSpotReading: Sendable, Equatable {
    /// By the id that was asked for: one that was merged away leads to the survivor's record.
    public var found: [ID<HubSpotRecord>: HubSpotObject]
    /// Deleted, archived, or never there.
    public var missing: Set<ID<HubSpotRecord>>

    public init(found: [ID<HubSpotRecord>: HubSpotObject] = [:], missing: Set<ID<HubSpotRecord>> = []) {
        self.found = found
        self.missing = missing
    }
}
