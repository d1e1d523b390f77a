import Domain
import Oversight

/// One prerequisite or connection, looked at.
struct Check: Sendable, Equatable {
    enum Level: String, Sendable, CaseIterable {
        case ok, warning
        /// Must be mended: the sync, or a part of it, does not work.
        case fault

        var mark: String {
            switch self {
            case .ok: "✓"
            case .warning: "!"
            case .fault: "✗"
            }
        }

        var tint: Tint {
            switch self {
            case .ok: .good
            case .warning: .uneasy
            case .fault: .bad
            }
        }
    }

    var code: CheckCode
    var level: Level
    /// The thing that was looked at, as its tool calls it: `company.SIRET`, a stage, a parameter.
    var subject: String
    /// What was found.
    var text: String
    /// What to do about it, exactly.
    var remedy: String?
    /// `passerelle setup` does it.
    var isForSetup = false

    static func ok(_ code: CheckCode, _ subject: String, _ text: String) -> Check {
        Check(code: code, level: .ok, subject: subject, text: text)
    }

    static func warning(_ code: CheckCode, _ subject: String, _ text: String, remedy: String) -> Check {
        Check(code: code, level: .warning, subject: subject, text: text, remedy: remedy)
    }

    static func fault(_ code: CheckCode, _ subject: String, _ text: String, remedy: String) -> Check {
        Check(code: code, level: .fault, subject: subject, text: text, remedy: remedy)
    }

    /// A fault that `passerelle setup` mends.
    static func forSetup(
        _ code: CheckCode, _ subject: String, _ text: String, byHand: String, _ language: Language
    ) -> Check {
        let remedy = language.of(fr: "passerelle setup, ou : \(byHand)", en: "passerelle setup, or: \(byHand)")
        return Check(code: code, level: .fault, subject: subject, text: text, remedy: remedy, isForSetup: true)
    }

    /// All of it on one line.
    var line: Words {
        Words("\(level.mark) \(subject): \(text)" + (remedy.map { " → \($0)" } ?? ""), level.tint)
    }
}
