/// What a caller asks of the fleet's limiter, once for every call to HubSpot (R22, R23).
public struct PermitRequest: Sendable, Hashable {
    public var purpose: CallPurpose
    public var lane: Lane
    /// Searches have a limit of their own, per second and account.
    public var search: Bool

    public init(purpose: CallPurpose, lane: Lane, search: Bool = false) {
        self.purpose = purpose
        self.lane = lane
        self.search = search
    }
}
