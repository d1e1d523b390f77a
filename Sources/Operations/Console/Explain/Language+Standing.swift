import Domain
import Oversight

/// The sentences of a standing as the terminal shows them.
extension Language {
    /// State, why and remedy, one a row.
    func rows(state: State, reason: Reason?, detail: String?) -> [[Words]] {
        var rows = [
            [Words(of(fr: "État", en: "State"), .aside), Words(state.name(self), Tint(state))],
            [Words(of(fr: "Pourquoi", en: "Why"), .aside), Words(reason?.why(self, detail: detail) ?? why(state))],
        ]
        if let remedy = reason?.remedy(self, detail: detail) {
            rows.append([Words(of(fr: "Que faire", en: "Remedy"), .aside), Words(remedy)])
        }
        return rows
    }
}
