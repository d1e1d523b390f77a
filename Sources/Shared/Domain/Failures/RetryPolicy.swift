/// When a failed pair is tried again: each wait is three times the one before, up to an hour.
///
/// After attempt n the wait is `min(first × 3^(n−1), longest) × (1 − jitter / 4)`, with jitter from 0 to 1 so that what
/// failed together does not come back together. With ten attempts from 5 s and without jitter: 5 s, 15 s, 45 s, 2 min
/// 15 s, 6 min 45 s, 20 min 15 s, then 1 h three times: three and a half hours in all before the pair has failed.
public struct RetryPolicy: Sendable, Hashable {
    public var attempts: Int
    public var first: Duration
    public var longest: Duration

    public init(attempts: Int = 10, first: Duration = .seconds(5), longest: Duration = .seconds(3600)) {
        self.attempts = attempts
        self.first = first
        self.longest = longest
    }

    /// - Parameters:
    ///   - attempt: how many attempts have failed, from 1.
    ///   - jitter: from 0 to 1, drawn by the caller.
    /// - Returns: nil when the attempts are used up.
    public func delay(after attempt: Int, jitter: Double) -> Duration? {
        guard attempt < attempts else { return nil }
        var delay = min(first, longest)
        for _ in 1..<max(attempt, 1) {
            if delay >= longest { break }
            delay = min(delay * 3, longest)
        }
        return delay * (1 - min(max(jitter, 0), 1) / 4)
    }
}
