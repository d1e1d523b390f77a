/// The written forms of the port: amounts, days and moments. Pure, and strict: what artis would misread is refused.
enum ArtisFormat {
    /// A decimal string with exactly two digits after the point, at most 13 before it.
    static func isAmount(_ text: String) -> Bool {
        let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, isDigits(parts[0]), isDigits(parts[1]) else { return false }
        return parts[0].count <= 13 && parts[1].count == 2
    }

    /// `YYYY-MM-DD`, a day that exists.
    static func isDay(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ isDigits($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
        else { return false }
        let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }

    /// RFC 3339 in UTC: `2026-03-01T09:30:00Z`, with up to nine digits of fraction.
    static func isInstant(_ text: String) -> Bool {
        guard text.hasSuffix("Z"), text.count >= 20 else { return false }
        let parts = text.dropLast().split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, isDay(parts[0]) else { return false }
        let halves = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count == 1 || (halves.count == 2 && (1...9).contains(halves[1].count) && isDigits(halves[1])) else {
            return false
        }
        let clock = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, clock.allSatisfy({ $0.count == 2 && isDigits($0) }) else { return false }
        let numbers = clock.compactMap { Int($0) }
        return numbers[0] < 24 && numbers[1] < 60 && numbers[2] < 61
    }

    /// The ASCII digits of a text: how two spellings of one SIRET are compared (R5).
    static func digits(of text: String) -> String {
        String(text.unicodeScalars.filter { ("0"..."9").contains($0) })
    }

    private static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
    }
}
