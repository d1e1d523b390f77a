import Domain
import Runtime

extension Language {
    static var current: Language { Language(environment: Settings.environment) }

    func of(fr french: String, en english: String) -> String { self == .fr ? french : english }
}
