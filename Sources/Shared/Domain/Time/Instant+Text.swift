extension Instant {
    /// Reads RFC 3339 (`2026-11-25T07:00:30.123Z`, `…+01:00`, a blank for the `T`), a plain day (its midnight UTC),
    /// or whole milliseconds since 1970: the three ways HubSpot writes a moment.
    ///
    /// - Returns: nil for anything else.
    public init?(text: String) {
        if let milliseconds = Int64(text), !text.hasPrefix("+") {
            self.init(milliseconds: milliseconds)
        } else if let day = Day(text) {
            self = day.midnightUTC
        } else {
            self.init(rfc3339: text)
        }
    }

    /// - Returns: nil when the text is no RFC 3339 moment, or names one that does not exist.
    public init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = decimal(bytes[11..<13]), let minute = decimal(bytes[14..<16]),
            let second = decimal(bytes[17..<19]),
            hour < 24, minute < 60, second < 61
        else { return nil }
        var rest = bytes[19...]
        var micros: Int64 = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard !digits.isEmpty else { return nil }
            let six = (Array(digits) + Array(repeating: UInt8(ascii: "0"), count: 6)).prefix(6)
            micros = decimal(six) ?? 0
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offset = Self.offsetSeconds(rest) else { return nil }
        let seconds = hour * 3600 + minute * 60 + second - offset
        self.init(microseconds: day.midnightUTC.microseconds + seconds * 1_000_000 + micros)
    }

    private static func offsetSeconds(_ zone: ArraySlice<UInt8>) -> Int64? {
        if zone.elementsEqual([UInt8(ascii: "Z")]) || zone.elementsEqual([UInt8(ascii: "z")]) { return 0 }
        let parts = Array(zone)
        guard parts.count == 6, parts[3] == UInt8(ascii: ":"), let hours = decimal(parts[1..<3]),
            let minutes = decimal(parts[4..<6]), hours < 24, minutes < 60
        else { return nil }
        switch parts[0] {
        case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
        case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
        default: return nil
        }
    }

    /// `2026-11-25T07:00:30Z`, with six more digits when there are microseconds.
    public var rfc3339: String {
        let day = Day(of: self, offset: 0)
        let rest = microseconds - day.midnightUTC.microseconds
        let (seconds, micros) = (rest / 1_000_000, rest % 1_000_000)
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }.joined(separator: ":")
        return "\(day)T\(time)" + (micros == 0 ? "Z" : ".\(padded(micros, to: 6))Z")
    }
}
