/// Why the limiter sends a caller away.
public enum PermitRefusal: String, Sendable, Hashable, CaseIterable, Codable {
    /// The line is longer than the caller stands.
    case queue
    /// HubSpot answered 429 and the fleet keeps still for the policy's window.
    case penalty
    /// The day's quota less the reserve is used up.
    case dailyQuota = "daily_quota"
}
