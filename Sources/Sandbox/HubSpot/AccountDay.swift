import Glibc
import Synchronization

/// Days of the account's time zone, told by the C library's zone data.
enum AccountDay {
    private static let zone = Mutex("")

    /// The day that holds a moment (s since 1970), as yyyymmdd, and the zone's offset from UTC then, in s.
    static func day(of seconds: Int, in zone: String) -> (day: Int, offset: Int) {
        self.zone.withLock { current in
            if current != zone {
                setenv("TZ", zone, 1)
                tzset()
                current = zone
            }
            var time = time_t(seconds)
            var parts = tm()
            localtime_r(&time, &parts)
            let day = (Int(parts.tm_year) + 1900) * 10_000 + (Int(parts.tm_mon) + 1) * 100 + Int(parts.tm_mday)
            return (day, parts.tm_gmtoff)
        }
    }
}
