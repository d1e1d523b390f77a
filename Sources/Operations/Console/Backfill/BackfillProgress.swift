import Domain

/// How far a step is, for people.
struct BackfillProgress: Sendable, Equatable {
    var step: BackfillStep
    var seen: Int
    /// nil where nobody knows.
    var total: Int?
    var queued: Int
    /// The step is done.
    var isDone = false

    /// Twenty-four marks wide.
    func bar(_ language: Language) -> String {
        let width = 24
        let share = isDone ? width : min(width, seen * width / max(total ?? Int.max, 1))
        let bar = String(repeating: "█", count: share) + String(repeating: "░", count: width - share)
        return "\(bar) \(line(language))"
    }

    func line(_ language: Language) -> String {
        let of = total.map { "\(seen)/\(max($0, seen))" } ?? "\(seen)"
        return "\(step.name(language)) : \(of), " + language.of(fr: "\(queued) en file", en: "\(queued) queued")
    }
}
