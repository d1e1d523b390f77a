extension Reason {
    /// Why the pair stands where it stands, in plain words.
    ///
    /// - Parameter detail: the pair's detail: an id, a code, a field, a fault of R5.
    public func why(_ language: Language, detail: String? = nil) -> String {
        Sentence.fill(language == .fr ? frenchWhy : englishWhy, detail: readable(detail, language))
    }

    /// What would change it.
    public func remedy(_ language: Language, detail: String? = nil) -> String {
        Sentence.fill(language == .fr ? frenchRemedy : englishRemedy, detail: readable(detail, language))
    }

    /// A detail that is a key or a text of ours, in the reader's words.
    private func readable(_ detail: String?, _ language: Language) -> String? {
        guard let detail else { return nil }
        switch self {
        case .siretInvalid: return SIRETFault(detail: detail)?.phrase(language) ?? detail
        case .nameMissing:
            return detail.split(separator: ", ").map { Field(rawValue: String($0))?.label(language) ?? String($0) }
                .joined(separator: ", ")
        case .error, .attemptsUsedUp, .poisonMessage, .hubspotRefused: return Glossary.text(detail, language)
        default: return detail
        }
    }
}
