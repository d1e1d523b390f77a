import Domain
import Oversight

/// R22, judged.
struct DelayCheck {
    let language: Language

    func check(_ parameter: String?) -> Check {
        let name = Prerequisites.delay
        let delay = CallDelay(parameter: parameter)
        let path = "\(MenuPath(language: language).parameters) > \(name)"
        let remedy = language.of(fr: "\(path) : 500 ou plus", en: "\(path): 500 or more")
        switch delay.warning {
        case nil: return .ok(.delay, name, "\(delay.milliseconds) ms")
        case .invalid:
            let found = parameter.map { language.of(fr: "\(language.quoted($0)) n’est pas un nombre", en: "\(language.quoted($0)) is no number") }
            return .warning(
                .delay, name,
                language.of(
                    fr: "\(found ?? "le paramètre manque") : \(delay.milliseconds) ms sont appliquées",
                    en: "\(found ?? "the parameter is missing"): \(delay.milliseconds) ms are in force"),
                remedy: remedy)
        case .tooShort:
            return .warning(
                .delay, name,
                language.of(
                    fr: "\(delay.milliseconds) ms : ARTIS préconise de ne jamais descendre sous 500",
                    en: "\(delay.milliseconds) ms: ARTIS advises never to go below 500"), remedy: remedy)
        }
    }
}
