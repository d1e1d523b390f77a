import Domain

/// The rule of a zone's clocks as POSIX writes it in `TZ`: `CET-1CEST,M3.5.0,M10.5.0/3` says one hour ahead of UTC, two
/// from the last Sunday of March at 2:00 until the last Sunday of October at 3:00 by the clocks then in force.
struct ZoneRule {
    /// Seconds ahead of UTC, also where POSIX counts the other way round.
    let standard: Int64
    private let summer: Summer?

    private struct Summer {
        var offset: Int64
        var begins: Change
        var ends: Change
    }

    /// - Returns: nil when the text is no such rule.
    init?(_ text: String) {
        var scanner = RuleScanner(text)
        guard scanner.name(), let west = scanner.time() else { return nil }
        standard = -west
        if scanner.isAtEnd {
            summer = nil
            return
        }
        guard scanner.name() else { return nil }
        var offset = standard + 3600
        if !scanner.next(","), let west = scanner.time(), scanner.next(",") { offset = -west }
        guard let begins = scanner.change(), scanner.next(","), let ends = scanner.change(), scanner.isAtEnd else { return nil }
        summer = Summer(offset: offset, begins: begins, ends: ends)
    }

    /// Oldest first; none where the clocks stand still.
    func changes(in year: Int64) -> [ZoneChange] {
        guard let summer, let begins = summer.begins.second(in: year), let ends = summer.ends.second(in: year) else { return [] }
        return [
            ZoneChange(second: begins - standard, offset: summer.offset),
            ZoneChange(second: ends - summer.offset, offset: standard),
        ].sorted { $0.second < $1.second }
    }

    fileprivate struct Change {
        enum Date {
            /// 1 to 365: the 29th of February is never counted.
            case dayOfCommonYear(Int64)
            /// 0 to 365.
            case dayOfYear(Int64)
            /// The first to fourth of a weekday in a month, or, with 5, the last; Sunday is 0.
            case weekday(Int64, week: Int64, month: Int64)
        }

        var date: Date
        /// Seconds after midnight; may be negative, and more than a day.
        var time: Int64

        /// Seconds since 1970 by the zone's own clocks.
        func second(in year: Int64) -> Int64? { day(in: year).map { $0.firstSecond + time } }

        private func day(in year: Int64) -> Day? {
            switch date {
            case .dayOfCommonYear(let number):
                let isAfterFebruary = number > 59 && Day(year: year, month: 2, day: 29) != nil
                return Day(year: year, month: 1, day: 1).map { Day(number: $0.number + number - (isAfterFebruary ? 0 : 1)) }
            case .dayOfYear(let number):
                return Day(year: year, month: 1, day: 1).map { Day(number: $0.number + number) }
            case .weekday(let weekday, let week, let month):
                let days = (1...31).compactMap { Day(year: year, month: month, day: $0) }.filter { $0.weekday == weekday }
                return week == 5 ? days.last : days.dropFirst(Int(week) - 1).first
            }
        }
    }
}

extension Day {
    /// Sunday is 0. 1 January 1970 was a Thursday.
    fileprivate var weekday: Int64 { (number + 4).quotientAndRemainder(dividingBy: 7).remainder }
}

/// Reads such a rule from its beginning on; nil and false say that something else stands there.
private struct RuleScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func next(_ sign: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: sign) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Letters, or anything in angle brackets: `CET`, `<+0530>`. What a time is called is not asked.
    mutating func name() -> Bool {
        if next("<") {
            rest = rest.drop { $0 != UInt8(ascii: ">") }
            return next(">")
        }
        let letters = rest.prefix { Character(UnicodeScalar($0)).isLetter }
        rest = rest.dropFirst(letters.count)
        return letters.count >= 3
    }

    /// `2`, `-3:30`, `26:00:00`, in seconds.
    mutating func time() -> Int64? {
        let isNegative = next("-")
        if !isNegative { _ = next("+") }
        guard var seconds = number().map({ $0 * 3600 }) else { return nil }
        for unit: Int64 in [60, 1] where next(":") {
            guard let part = number() else { return nil }
            seconds += part * unit
        }
        return isNegative ? -seconds : seconds
    }

    /// `M3.5.0`, `J60/2`, `59/26`.
    mutating func change() -> ZoneRule.Change? {
        guard let date = date() else { return nil }
        guard next("/") else { return ZoneRule.Change(date: date, time: 7200) }
        return time().map { ZoneRule.Change(date: date, time: $0) }
    }

    private mutating func date() -> ZoneRule.Change.Date? {
        if next("J") { return number().map { .dayOfCommonYear($0) } }
        guard next("M") else { return number().map { .dayOfYear($0) } }
        guard let month = number(), next("."), let week = number(), (1...5).contains(week), next("."), let day = number()
        else { return nil }
        return .weekday(day, week: week, month: month)
    }

    private mutating func number() -> Int64? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...3).contains(digits.count), let number = Int64(String(Substring(digits))) else { return nil }
        rest = rest.dropFirst(digits.count)
        return number
    }
}
