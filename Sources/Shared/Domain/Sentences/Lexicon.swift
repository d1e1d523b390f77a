/// English texts and templates, and their French.
public struct Lexicon: Sendable {
    /// `{}` is the place of an id, a word or somebody's own text.
    public typealias Entry = (english: String, french: String)

    private let phrases: [String: String]
    private let templates: [Entry]
    private let isNested: Bool

    /// - Parameter isNested: what stands in a place is a text of ours, too; else it stands as it came.
    public init(_ entries: [Entry], isNested: Bool) {
        phrases = Dictionary(entries.map { ($0.english, $0.french) }, uniquingKeysWith: { first, _ in first })
        templates = entries.filter { $0.english.contains(Self.place) }
        self.isNested = isNested
    }

    /// A text that is not of these stays as it is.
    public func french(_ kept: String) -> String {
        if let phrase = phrases[kept] { return phrase }
        for entry in templates {
            if let details = Self.details(of: kept, in: entry.english) {
                return Self.filled(entry.french, details.map { isNested ? french(String($0)) : String($0) })
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
}
