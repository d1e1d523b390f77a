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

/// The limiter's answer: call now, or do not call.
public enum PermitVerdict: Sendable, Hashable {
    case granted
    /// Too far off to stand and wait for: come back then.
    case notBefore(Instant, reason: PermitRefusal)
    /// The limiter itself cannot be asked; without a permit nobody calls.
    case unavailable(String)
}

/// Why the limiter sends a caller away.
public enum PermitRefusal: String, Sendable, Hashable, CaseIterable, Codable {
    /// The line is longer than the caller stands.
    case queue
    /// HubSpot answered 429 and the fleet keeps still for the policy's window.
    case penalty
    /// The day's quota less the reserve is used up.
    case dailyQuota = "daily_quota"
}

/// The seam between whoever calls HubSpot and the limiter. Called on the connection's own thread, and may block there
/// until the permit is due.
public typealias PermitSource = @Sendable (PermitRequest) -> PermitVerdict
