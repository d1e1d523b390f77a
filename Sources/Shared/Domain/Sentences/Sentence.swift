/// Sentences with a place for a detail: `{detail}` is replaced by it, and a part in square brackets is left out where
/// there is none.
enum Sentence {
    static func fill(_ template: String, detail: String?) -> String {
        var sentence = ""
        var optional: String?
        let detail = detail.flatMap { $0.isEmpty ? nil : $0 }
        for character in template {
            switch character {
            case "[": optional = ""
            case "]":
                if detail != nil { sentence += optional ?? "" }
                optional = nil
            default:
                if optional != nil { optional?.append(character) } else { sentence.append(character) }
            }
        }
        guard let detail else { return sentence }
        return sentence.split(separator: "{detail}", omittingEmptySubsequences: false).joined(separator: detail)
    }
}
