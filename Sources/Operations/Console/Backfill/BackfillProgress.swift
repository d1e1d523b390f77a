import Domain
import Oversight

/// How far a step is, for people.
struct BackfillProgress: Sendable, Equatable {
    var step: BackfillStep
    var seen: Int
    /// nil where nobody knows.
    var total: Int?
    var queued: Int
    /// Of a dry run.
    var plan = Plan()
    /// The step is done.
    var isDone = false
    /// nil before the first page.
    var pace: BackfillPace?

    func bar(_ language: Language) -> Bar { Bar(seen: seen, total: total, isDone: isDone, line: line(language)) }

    func line(_ language: Language) -> String {
        let of = total.map { "\(seen)/\(max($0, seen))" } ?? "\(seen)"
        let line = "\(step.name(language)) : \(of), " + language.of(fr: "\(queued) en file", en: "\(queued) queued")
        guard let pace else { return line }
        return ([line] + pace.words(language, left: isDone ? nil : total.map { $0 - seen })).joined(separator: ", ")
    }
}
