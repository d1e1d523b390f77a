import Domain
import Glibc

/// Moments as people read them: `2026-11-25 08:00:30`, where they are.
struct Clockface: Sendable {
    /// Seconds that clocks are ahead of UTC at a moment.
    let offset: @Sendable (Instant) -> Int64

    static let utc = Clockface { _ in 0 }

    /// The zone of this machine, or of `TZ`.
    static let local = Clockface { instant in
        var seconds = time_t(instant.milliseconds / 1000)
        var parts = tm()
        return localtime_r(&seconds, &parts) == nil ? 0 : Int64(parts.tm_gmtoff)
    }

    func text(_ instant: Instant) -> String {
        let shifted = Instant(milliseconds: instant.milliseconds / 1000 * 1000) + .seconds(offset(instant))
        return String(shifted.rfc3339.dropLast().map { $0 == "T" ? " " : $0 })
    }
}
