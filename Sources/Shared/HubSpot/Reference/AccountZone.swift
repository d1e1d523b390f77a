public import Domain

/// The table of a time zone's offsets, made once when reference data is fetched; everybody else reads the table.
///
/// Source: the time zone database of this machine (package tzdata). The whole of Foundation knows zones too, but brings
/// forty megabytes into every program for them.
public enum AccountZone {
    private static let years: ClosedRange<Int64> = 1990...2060

    public static func isKnown(_ name: String) -> Bool { ZoneFile(named: name) != nil }

    /// From 1990 to 2060.
    /// - Parameter name: one that `isKnown`; any other counts as UTC.
    public static func offsets(of name: String) -> ZoneOffsets {
        guard let file = ZoneFile(named: name) else { return ZoneOffsets(name: name, transitions: []) }
        let start = (Day(year: years.lowerBound, month: 1, day: 1) ?? Day(number: 0)).firstSecond
        let changes = file.changes(until: years.upperBound)
        var offset = changes.last { $0.second <= start }?.offset ?? file.first
        var transitions = [ZoneOffsets.Transition(from: Instant(milliseconds: start * 1000), offset: offset)]
        for change in changes where change.second > start && change.offset != offset {
            offset = change.offset
            transitions.append(.init(from: Instant(milliseconds: change.second * 1000), offset: offset))
        }
        return ZoneOffsets(name: name, transitions: transitions)
    }
}

/// From a second (since 1970, UTC) on, a zone's clocks are so many seconds ahead of UTC.
struct ZoneChange: Equatable {
    var second: Int64
    var offset: Int64
}

extension Day {
    /// Seconds since 1970 at its midnight UTC.
    var firstSecond: Int64 { midnightUTC.milliseconds / 1000 }
}
