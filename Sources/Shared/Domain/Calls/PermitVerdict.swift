/// The limiter's answer: call now, or do not call.
public enum PermitVerdict: Sendable, Hashable {
    case granted
    /// Too far off to stand and wait for: come back then.
    case notBefore(Instant, reason: PermitRefusal)
    /// The limiter itself cannot be asked; without a permit nobody calls.
    case unavailable(String)
}
