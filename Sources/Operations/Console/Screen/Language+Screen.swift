import Domain
import Runtime

extension Language {
    static var current: Language { Language(environment: Settings.environment) }
}
