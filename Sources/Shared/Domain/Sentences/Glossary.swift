/// The English words in which programs keep or tell a cause — of a retry, of a dead letter, of an outage, of a wrong
/// setting — in French: what is kept is one text for all readers and for scripts, and people read it in their language.
/// What a vendor said stands in it as it came; so do words that are not listed here.
public enum Glossary {
    /// A kept cause in the reader's words.
    public static func text(_ kept: String, _ language: Language) -> String {
        language == .fr ? causes.french(kept) : kept
    }

    /// What a setting may be, in the reader's words.
    public static func setting(_ allowed: String, _ language: Language) -> String {
        language == .fr ? allowances.french(allowed) : allowed
    }

    private static let causes = Lexicon(letters + attempts + outages + answers + servers, isNested: false)
    private static let allowances = Lexicon(settings, isNested: true)
}
