/// A moment in time: microseconds since 1970-01-01T00:00:00Z, as PostgreSQL keeps it.
///
/// Durations and clocks stay outside: decisions take instants as arguments.
public struct Instant: Sendable, Hashable, Comparable, Codable {
    public var microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }
    /// - Parameter milliseconds: HubSpot's unit for moments; what is out of range becomes the nearest end of it.
    public init(milliseconds: Int64) { self.microseconds = milliseconds.saturatingMultiply(1000) }

    /// Rounded down.
    public var milliseconds: Int64 { floorDivide(microseconds, 1000) }

    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    public static func + (left: Instant, right: Duration) -> Instant {
        let (seconds, attoseconds) = right.components
        return Instant(
            microseconds: left.microseconds.saturatingAdd(seconds.saturatingMultiply(1_000_000))
                .saturatingAdd(attoseconds / 1_000_000_000_000))
    }

    public static func - (left: Instant, right: Duration) -> Instant { left + (.zero - right) }

    public static func - (left: Instant, right: Instant) -> Duration {
        .microseconds(left.microseconds.saturatingSubtract(right.microseconds))
    }
}

/// Division that rounds towards minus infinity, so that moments before 1970 fall on their own day.
func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}
