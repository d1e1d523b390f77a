import ArgumentParser
import Domain

/// Words of the vocabulary as they are typed: whatever their case, with a dash or an underscore. A word that is none is
/// refused with those that there are.
enum Given {
    static func kind(_ text: String) throws -> Kind { try word(text, "KIND: ") }
    static func state(_ text: String) throws -> State { try word(text) }
    static func reason(_ text: String) throws -> Reason { try word(text) }

    private static func word<Word: RawRepresentable & CaseIterable>(_ text: String, _ place: String = "") throws -> Word
    where Word.RawValue == String {
        let sought = text.lowercased().map { $0 == "-" ? "_" : String($0) }.joined()
        if let word = Word.allCases.first(where: { $0.rawValue.lowercased() == sought }) { return word }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\(place)“\(text)” is none of \(words)")
    }

    /// A day, or a moment in RFC 3339.
    static func moment(_ text: String) throws -> Instant {
        guard let moment = Day(text)?.midnightUTC ?? Instant(rfc3339: text) else {
            throw ValidationError("“\(text)” is no day such as 2026-11-25, and no moment such as 2026-11-25T08:00:00Z")
        }
        return moment
    }
}
