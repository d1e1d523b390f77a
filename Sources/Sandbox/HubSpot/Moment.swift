/// Moments as HubSpot spells them: ISO 8601 in UTC with milliseconds, days as YYYY-MM-DD; ms since 1970 inside.
enum Moment {
    static let day = 86_400_000

    /// `2026-11-25T07:17:49.052Z`
    static func iso(_ milliseconds: Int) -> String {
        let days = floorDivide(milliseconds, day)
        let rest = milliseconds - days * day
        return "\(date(days))T\(pad(rest / 3_600_000, 2)):\(pad(rest / 60_000 % 60, 2)):"
            + "\(pad(rest / 1000 % 60, 2)).\(pad(rest % 1000, 3))Z"
    }

    /// `2026-11-25` of a number of days since 1970 (Howard Hinnant's civil calendar).
    static func date(_ days: Int) -> String {
        let z = days + 719_468
        let era = floorDivide(z, 146_097)
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(pad(year, 4))-\(pad(month, 2))-\(pad(dayOfYear - (153 * shifted + 2) / 5 + 1, 2))"
    }

    /// Reads ms as digits, a day, or an ISO moment with `Z` or an offset; nil for anything else.
    static func read(_ text: String) -> Int? {
        if let milliseconds = Int(text) { return milliseconds }
        let bytes = Array(text.utf8)
        func digits(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count, bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else {
                return nil
            }
            return bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
        guard let year = digits(0..<4), let month = digits(5..<7), let dayOfMonth = digits(8..<10),
            bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), (1...12).contains(month),
            (1...31).contains(dayOfMonth)
        else { return nil }
        let midnight = days(year, month, dayOfMonth) * day
        if bytes.count == 10 { return midnight }
        guard bytes[10] == UInt8(ascii: "T"), let hour = digits(11..<13), let minute = digits(14..<16),
            let second = digits(17..<19), hour < 24, minute < 60, second < 61
        else { return nil }
        var fraction = 0
        var at = 19
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            var scale = 100
            at += 1
            while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
                fraction += (Int(bytes[at]) - 0x30) * scale
                scale /= 10
                at += 1
            }
        }
        let clock = ((hour * 60 + minute) * 60 + second) * 1000 + fraction
        if at + 1 == bytes.count, bytes[at] == UInt8(ascii: "Z") { return midnight + clock }
        guard at + 6 == bytes.count, let hours = digits(at + 1..<at + 3), let minutes = digits(at + 4..<at + 6) else {
            return nil
        }
        let offset = (hours * 60 + minutes) * 60_000
        return midnight + clock + (bytes[at] == UInt8(ascii: "-") ? offset : -offset)
    }

    private static func days(_ year: Int, _ month: Int, _ dayOfMonth: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = floorDivide(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dayOfMonth - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func floorDivide(_ value: Int, _ by: Int) -> Int {
        value >= 0 ? value / by : -((-value + by - 1) / by)
    }

    private static func pad(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
