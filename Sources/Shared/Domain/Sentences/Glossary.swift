/// The English words in which programs keep or tell a cause — of a retry, of a dead letter, of an outage, of a wrong
/// setting — in French: what is kept is one text for all readers and for scripts, and people read it in their language.
/// What a vendor said stands in it as it came; so do words that are not listed here.
public enum Glossary {
    typealias Entry = (english: String, french: String)

    /// A kept text in the reader's words.
    public static func text(_ kept: String, _ language: Language) -> String {
        language == .fr ? french(kept) : kept
    }

    private static func french(_ kept: String) -> String {
        if let phrase = phrases[kept] { return phrase }
        for entry in templates {
            if let details = details(of: kept, in: entry.english) {
                return filled(entry.french, details.map { french(String($0)) })
            }
        }
        // Whose words they are: "500: …", "HUBSPOT_ACCESS_TOKEN: …".
        guard let colon = kept.firstRange(of: ": "), !kept[..<colon.lowerBound].contains(" ") else { return kept }
        let rest = String(kept[colon.upperBound...])
        let inFrench = french(rest)
        return inFrench == rest ? kept : "\(kept[..<colon.lowerBound])\u{A0}: \(inFrench)"
    }

    /// What stands in the places of a template; nil for a text that is not of it.
    private static func details(of text: String, in template: String) -> [Substring]? {
        var parts = template.split(separator: place, omittingEmptySubsequences: false)[...]
        guard let first = parts.popFirst(), let last = parts.popLast(), text.hasPrefix(first) else { return nil }
        var (rest, details) = (text.dropFirst(first.count), [Substring]())
        for part in parts {
            guard let range = rest.firstRange(of: part) else { return nil }
            details.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last) ? details + [rest.dropLast(last.count)] : nil
    }

    private static func filled(_ template: String, _ details: [String]) -> String {
        let parts = template.split(separator: place, omittingEmptySubsequences: false)
        return parts.indices.reduce(into: "") { text, at in
            text += parts[at]
            // The last part has no place behind it.
            if at < parts.count - 1, at < details.count { text += details[at] }
        }
    }

    private static let place = "{}"
    private static let entries = letters + attempts + outages + answers + servers + settings
    private static let phrases = Dictionary(
        entries.map { ($0.english, $0.french) }, uniquingKeysWith: { first, _ in first })
    private static let templates = entries.filter { $0.english.contains(place) }
}
