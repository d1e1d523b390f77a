/// The form in which values of the two systems are compared and kept (R24). An empty text stands for an empty field.
///
/// Every form is stable: the canonical form of a canonical value is itself.
public enum Canonical {
    /// Trimmed of blanks at both ends. Characters that PostgreSQL cannot hold (U+0000) or nobody can see are left out.
    public static func text(_ text: String) -> String { trimmed(text.unicodeScalars.filter { !isControl($0) }) }

    /// Trimmed and lower-cased: mails are compared without regard to case (R1, R28).
    public static func mail(_ text: String) -> String { self.text(text).lowercased() }

    /// Only trimmed: a phone number is written in too many ways to be rewritten without loss.
    public static func phone(_ text: String) -> String { self.text(text) }

    /// The fourteen digits of a valid SIRET (R5); any other text trimmed, so that a mistake stays visible.
    public static func siret(_ text: String) -> String { SIRET(text)?.digits ?? self.text(text) }

    /// Whether the scalar is a control character that is no blank.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && !scalar.properties.isWhitespace
    }

    static func trimmed(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> String {
        let start = scalars.drop { $0.properties.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return string(start[...last])
    }

    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
