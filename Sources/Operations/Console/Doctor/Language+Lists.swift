import Domain
import Oversight

extension Language {
    /// "« x »", or “x”.
    func quoted(_ text: String) -> String { of(fr: "« \(text) »", en: "“\(text)”") }

    /// The first ten, and how many more there are.
    func listed(_ names: [String]) -> String {
        let more = names.count - 10
        let tail = more > 0 ? of(fr: " et \(more) de plus", en: " and \(more) more") : ""
        return names.prefix(10).joined(separator: ", ") + tail
    }
}
