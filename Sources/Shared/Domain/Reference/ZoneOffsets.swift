/// How far a time zone's clocks are ahead of UTC, and since when: a table, so that telling the day of a moment needs no
/// time zone database (rules.md, "Fields": closedate).
public struct ZoneOffsets: Sendable, Codable, Hashable {
    public struct Transition: Sendable, Codable, Hashable {
        public var from: Instant
        /// Seconds ahead of UTC.
        public var offset: Int64

        public init(from: Instant, offset: Int64) {
            self.from = from
            self.offset = offset
        }
    }

    /// As the IANA database names the zone: `Europe/Paris`.
    public let name: String
    /// Oldest first.
    public let transitions: [Transition]

    public init(name: String, transitions: [Transition]) {
        self.name = name
        self.transitions = transitions.sorted { $0.from < $1.from }
    }

    public static let utc = ZoneOffsets(name: "UTC", transitions: [])

    /// Seconds ahead of UTC in force at a moment; before the first entry those of the first, UTC in an empty table.
    public func offset(at moment: Instant) -> Int64 {
        (transitions.last { $0.from <= moment } ?? transitions.first)?.offset ?? 0
    }

    /// Noon on this day by the zone's clocks.
    public func noon(of day: Day) -> Instant {
        let noon = day.midnightUTC + .seconds(12 * 3600)
        // The offset in force at noon is found from a moment that is half a day away from it at most.
        let near = noon - .seconds(offset(at: noon))
        return noon - .seconds(offset(at: near))
    }
}
