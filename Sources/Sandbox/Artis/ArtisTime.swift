import FoundationEssentials

/// Moments as the port writes them.
enum ArtisTime {
    /// RFC 3339, UTC, with milliseconds, of microseconds since 1970.
    static func text(_ microseconds: Int) -> String {
        Date(timeIntervalSince1970: Double(microseconds / 1_000) / 1_000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
