public import Domain
import HTTP

/// The account's calls of the day, as HubSpot's headers tell them.
public struct DailyQuota: Sendable, Hashable {
    public var remaining: Int
    public var limit: Int
    /// Before the call was sent: an answer from before midnight says nothing of the new day.
    public var calledAt: Instant

    public init(remaining: Int, limit: Int, calledAt: Instant) {
        self.remaining = remaining
        self.limit = limit
        self.calledAt = calledAt
    }

    /// - Returns: nil for an answer that does not tell (searches never do).
    init?(_ headers: HTTPHeaders, calledAt: Instant) {
        guard let limit = headers["X-HubSpot-RateLimit-Daily"].flatMap({ Int($0) }), limit > 0,
            let remaining = headers["X-HubSpot-RateLimit-Daily-Remaining"].flatMap({ Int($0) })
        else { return nil }
        self.init(remaining: max(0, remaining), limit: limit, calledAt: calledAt)
    }
}
