public import Domain
// The one file of the house with the whole of Foundation: FoundationEssentials knows no zone but GMT.
import Foundation

/// The table of a time zone's offsets, made once when reference data is fetched; everybody else reads the table.
public enum AccountZone {
    private static let years: ClosedRange<Int64> = 1990...2060
    /// No zone is known to change its clocks twice within so many seconds.
    private static let step: Int64 = 5 * 86_400

    public static func isKnown(_ name: String) -> Bool { TimeZone(identifier: name) != nil }

    /// From 1990 to 2060.
    /// - Parameter name: one that `isKnown`; any other counts as UTC.
    public static func offsets(of name: String) -> ZoneOffsets {
        guard let zone = TimeZone(identifier: name) else { return ZoneOffsets(name: name, transitions: []) }
        let (start, end) = (seconds(years.lowerBound), seconds(years.upperBound))
        var (before, offset) = (start, offset(zone, start))
        var transitions = [ZoneOffsets.Transition(from: moment(start), offset: offset)]
        while before < end {
            let next = before + step
            let now = self.offset(zone, next)
            if now != offset {
                transitions.append(.init(from: moment(change(zone, from: before, to: next)), offset: now))
                offset = now
            }
            before = next
        }
        return ZoneOffsets(name: name, transitions: transitions)
    }

    /// The first second of the new offset, by halving.
    private static func change(_ zone: TimeZone, from first: Int64, to last: Int64) -> Int64 {
        var (old, new) = (first, last)
        let offset = offset(zone, last)
        while new - old > 1 {
            let middle = (old + new) / 2
            if self.offset(zone, middle) == offset { new = middle } else { old = middle }
        }
        return new
    }

    private static func offset(_ zone: TimeZone, _ second: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second))))
    }

    private static func moment(_ second: Int64) -> Instant { Instant(milliseconds: second * 1000) }

    private static func seconds(_ year: Int64) -> Int64 {
        (Day(year: year, month: 1, day: 1)?.midnightUTC.milliseconds ?? 0) / 1000
    }
}
