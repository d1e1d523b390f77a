/// Names that a person takes for the same: they differ in case, accents, blanks, hyphens or underscores only.
enum NearMiss {
    /// - Returns: the first of `candidates` that is not `wanted` but looks like it.
    static func of(_ wanted: String, among candidates: some Sequence<String>) -> String? {
        let folded = fold(wanted)
        return candidates.first { $0 != wanted && fold($0) == folded }
    }

    static func fold(_ text: String) -> String {
        String(plain(text).filter { !$0.isWhitespace && $0 != "-" && $0 != "_" && $0 != "\u{200B}" })
    }

    /// The words of a text, whatever stands between them: "Rendez-vous n° 2" has rendez, vous, n and 2.
    static func words(_ text: String) -> [String] { plain(text).split { !$0.isLetter && !$0.isNumber }.map(String.init) }

    /// In lower case, without accents.
    private static func plain(_ text: String) -> String { String(text.lowercased().map { accents[$0] ?? $0 }) }

    /// Equal characters are canonically equivalent, so that a decomposed accent is found too.
    private static let accents: [Character: Character] = {
        let groups: [(Character, String)] = [
            ("a", "àâäáã"), ("c", "ç"), ("e", "éèêë"), ("i", "îïíì"), ("o", "ôöóòõ"), ("u", "ûüùú"), ("y", "ÿ"), ("n", "ñ"),
        ]
        return Dictionary(
            groups.flatMap { plain, marks in marks.map { ($0, plain) } }, uniquingKeysWith: { first, _ in first })
    }()
}
