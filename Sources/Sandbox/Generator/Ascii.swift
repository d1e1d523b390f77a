/// French names as mail addresses and host names spell them.
enum Ascii {
    private static let plain: [Character: String] = [
        "à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "ễ": "e", "î": "i", "ï": "i",
        "ñ": "n", "ô": "o", "ö": "o", "ø": "o", "œ": "oe", "ù": "u", "û": "u", "ü": "u", "ÿ": "y",
    ]

    /// Lower-case letters and digits, hyphens between.
    static func slug(_ text: String) -> String {
        let letters = text.lowercased().map { character -> String in
            if let letter = plain[character] { return letter }
            return character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "-"
        }
        return letters.joined().split(separator: "-").joined(separator: "-")
    }
}
