/// Names that a person takes for the same: they differ in case, accents, blanks, hyphens or underscores only.
enum NearMiss {
    /// - Returns: the first of `candidates` that is not `wanted` but looks like it.
    static func of(_ wanted: String, among candidates: some Sequence<String>) -> String? {
        let folded = fold(wanted)
        return candidates.first { $0 != wanted && fold($0) == folded }
    }

    static func fold(_ text: String) -> String {
        String(
            text.lowercased().compactMap { mark -> Character? in
                if let plain = accents[mark] { return plain }
                return mark.isWhitespace || mark == "-" || mark == "_" || mark == "\u{200B}" ? nil : mark
            })
    }

    /// Equal characters are canonically equivalent, so that a decomposed accent is found too.
    private static let accents: [Character: Character] = {
        let groups: [(Character, String)] = [
            ("a", "àâäáã"), ("c", "ç"), ("e", "éèêë"), ("i", "îïíì"), ("o", "ôöóòõ"), ("u", "ûüùú"), ("y", "ÿ"), ("n", "ñ"),
        ]
        return Dictionary(
            groups.flatMap { plain, marks in marks.map { ($0, plain) } }, uniquingKeysWith: { first, _ in first })
    }()
}
