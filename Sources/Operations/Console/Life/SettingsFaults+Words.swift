import Domain
import Runtime

extension SettingsFaults {
    /// All of them, a line each, in the language of whoever sits there.
    func text(_ language: Language) -> String {
        guard language == .fr else { return description }
        let title = faults.count == 1 ? "1 paramètre est à corriger" : "\(faults.count) paramètres sont à corriger"
        return (["\(title) :"] + faults.map { "  \($0.french)" }).joined(separator: "\n")
    }
}

extension SettingFault {
    fileprivate var french: String {
        let allowed = Glossary.setting(allowed, .fr)
        return if let given {
            "\(variable) : reçu \(given) ; attendu : \(allowed)"
        } else {
            "\(variable) : manquant ; attendu : \(allowed)"
        }
    }
}
