/// How long to wait before the next attempt to connect.
///
/// `ceiling(n) = min(maximum, base · 2ⁿ)`, `delay(n) = ceiling(n) · (½ + jitter/2)` with jitter drawn from 0 ..< 1, so
/// that a fleet whose broker restarted does not come back in one instant.
///
/// Example with base 200 ms and maximum 10 s: attempt 0 waits 100–200 ms, 1: 200–400 ms, 2: 400–800 ms, 5: 3.2–6.4 s,
/// from 6 on: 5–10 s. Attempts are counted from 0 again once a connection has held for `stableAfter`.
public struct ReconnectPolicy: Sendable, Equatable {
    public var base: Duration
    public var maximum: Duration
    public var stableAfter: Duration

    public init(
        base: Duration = .milliseconds(200), maximum: Duration = .seconds(10), stableAfter: Duration = .seconds(10)
    ) {
        self.base = base
        self.maximum = maximum
        self.stableAfter = stableAfter
    }

    /// - Parameter jitter: from 0 up to 1, 1 excluded.
    public func delay(attempt: Int, jitter: Double) -> Duration {
        // Beyond 2^20 every sensible maximum is reached, and the shift must not overflow.
        let doublings = 1 << min(max(attempt, 0), 20)
        let ceiling = min(maximum, base * doublings)
        return ceiling * (0.5 + min(max(jitter, 0), 1) / 2)
    }

    /// The count for the attempt after a connection that held for `held`.
    public func nextAttempt(after attempt: Int, held: Duration) -> Int {
        held >= stableAfter ? 0 : attempt + 1
    }
}
