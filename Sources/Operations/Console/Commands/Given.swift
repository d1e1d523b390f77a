import ArgumentParser
import Domain
import Runtime

/// Words of the vocabulary as they are typed: whatever their case, with a dash or an underscore. A word that is none is
/// refused with those that there are.
enum Given {
    static func kind(_ text: String) throws -> Kind { try word(text, "KIND") }
    static func state(_ text: String) throws -> State { try word(text) }
    static func reason(_ text: String) throws -> Reason { try word(text) }

    /// - Parameter place: the argument where it stands, should nobody else name it.
    private static func word<Word: RawRepresentable & CaseIterable>(
        _ text: String, _ place: String? = nil
    ) throws -> Word where Word.RawValue == String {
        let sought = text.lowercased().map { $0 == "-" ? "_" : String($0) }.joined()
        if let word = Word.allCases.first(where: { $0.rawValue.lowercased() == sought }) { return word }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
            fr: "\(place.map { $0 + " : " } ?? "")« \(text) » n’existe pas ; au choix : \(words)",
            en: "\(place.map { $0 + ": " } ?? "")“\(text)” is none of \(words)")
    }

    /// The moment so long ago: `30m`, `12h`, `3d`.
    static func ago(_ text: String) throws -> Instant {
        let units: [Character: Int64] = ["m": 60, "h": 3_600, "d": 86_400]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()), (1...100_000).contains(number)
        else {
            throw ValidationError(
                fr: "« \(text) » n’est pas une durée telle que 30m, 12h ou 3d",
                en: "“\(text)” is no age such as 30m, 12h or 3d")
        }
        return WallClock.now() - .seconds(number * unit)
    }

    /// A day, or a moment in RFC 3339.
    static func moment(_ text: String) throws -> Instant {
        guard let moment = Day(text)?.midnightUTC ?? Instant(rfc3339: text) else {
            throw ValidationError(
                fr: "« \(text) » n’est ni un jour tel que 2026-11-25, ni un moment tel que 2026-11-25T08:00:00Z",
                en: "“\(text)” is no day such as 2026-11-25, and no moment such as 2026-11-25T08:00:00Z")
        }
        return moment
    }
}
