import Domain
import Runtime

extension Language {
    /// Of whoever sits there.
    static let current = Language(environment: Settings.environment)
}
