public import Domain
import Glibc

/// The time of day: the one place that asks the system for it. Decisions take an ``Instant`` as argument instead.
public enum WallClock {
    public static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}
