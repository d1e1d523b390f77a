import Domain
import Runtime

/// The one that people read; not the one that a program is written in.
typealias Language = Domain.Language

extension Language {
    /// From the environment, as POSIX orders its variables: the first that is not empty decides.
    init(environment: [String: String]) {
        self.init(locale: ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty })
    }

    static var current: Language { Language(environment: Settings.environment) }

    func of(fr french: String, en english: String) -> String { self == .fr ? french : english }
}
