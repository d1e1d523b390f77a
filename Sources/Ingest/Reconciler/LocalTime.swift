import Domain
import Glibc

/// The zone of this machine, or of `TZ`.
enum LocalTime {
    /// Seconds that local clocks are ahead of UTC at a moment.
    static func offset(at instant: Instant) -> Int64 {
        var seconds = time_t(instant.milliseconds / 1000)
        var parts = tm()
        return localtime_r(&seconds, &parts) == nil ? 0 : Int64(parts.tm_gmtoff)
    }

    static let offset: @Sendable (Instant) -> Int64 = { offset(at: $0) }
}
