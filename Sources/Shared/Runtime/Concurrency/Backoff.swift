/// How long to wait before trying again: exponential, capped, with full jitter.
///
/// `delay(n) = random in [0, min(cap, base × 2^(n−1))]` for the n-th attempt that failed, n = 1, 2, …
///
/// With base 1 s and cap 60 s the upper bounds are 1, 2, 4, 8, 16, 32, 60, 60, … seconds; the mean wait is half of each.
/// Full jitter, so that many processes that failed together do not come back together.
public struct Backoff: Sendable, Hashable {
    public let base: Duration
    public let cap: Duration

    /// A service of a program, a connection: soon again, at most half a minute apart.
    public static let services = Backoff(base: .milliseconds(500), cap: .seconds(30))

    public init(base: Duration, cap: Duration) {
        precondition(base > .zero && cap >= base, "a back-off grows from a positive base to its cap")
        self.base = base
        self.cap = cap
    }

    /// The longest that the wait after this attempt can be.
    public func ceiling(attempt: Int) -> Duration {
        var ceiling = base
        var doublings = attempt - 1
        while doublings > 0, ceiling < cap {
            ceiling = min(cap, ceiling * 2)
            doublings -= 1
        }
        return ceiling
    }

    /// - Parameter attempt: how many have failed by now, from 1.
    public func delay(attempt: Int, using randomness: inout some RandomNumberGenerator) -> Duration {
        let ceiling = ceiling(attempt: attempt)
        let (seconds, attoseconds) = ceiling.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        return .microseconds(Int64.random(in: 0...microseconds, using: &randomness))
    }
}
