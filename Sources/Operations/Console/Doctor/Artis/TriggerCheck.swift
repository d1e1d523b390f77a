import Domain
import HubSpot
import Oversight

/// R8, judged: the parameter must be a lifecycle stage of the account.
struct TriggerCheck {
    let language: Language

    /// - Parameter stages: of the account; empty where they could not be read.
    func check(_ parameter: String?, stages: [HubSpotProperty.Option]) -> Check {
        let name = Prerequisites.trigger
        let values = stages.isEmpty ? LifecycleStages.standard.values.sorted() : stages.map(\.value)
        let allowed = values.joined(separator: ", ")
        let path = "\(MenuPath(language: language).parameters) > \(name)"
        let remedy = language.of(fr: "\(path) : une des valeurs \(allowed)", en: "\(path): one of \(allowed)")
        guard let parameter, !parameter.isEmpty else {
            return .fault(
                .trigger, name, language.of(fr: "le paramètre manque", en: "the parameter is missing"), remedy: remedy)
        }
        if values.contains(parameter) { return .ok(.trigger, name, parameter) }
        if stages.isEmpty { return unseen(parameter, name) }
        let text = language.of(
            fr: "\(language.quoted(parameter)) n’est aucune phase du cycle de vie de HubSpot",
            en: "\(language.quoted(parameter)) is no lifecycle stage of HubSpot")
        guard let meant = meant(parameter, stages) else { return .fault(.trigger, name, text, remedy: remedy) }
        return .fault(
            .trigger, name, text,
            remedy: language.of(
                fr: "\(path) : \(meant) plutôt que \(language.quoted(parameter))",
                en: "\(path): \(meant) instead of \(language.quoted(parameter))"))
    }

    /// It may be a stage that the account made itself.
    private func unseen(_ parameter: String, _ name: String) -> Check {
        .warning(
            .trigger, name,
            language.of(
                fr: "\(language.quoted(parameter)) n’est aucune phase habituelle, et celles du compte n’ont pas pu être lues",
                en: "\(language.quoted(parameter)) is none of the usual stages, and those of the account could not be read"),
            remedy: language.of(fr: "corrigez d’abord HubSpot (plus haut)", en: "mend HubSpot first (above)"))
    }

    /// The value that somebody misspelt, or whose label they wrote.
    private func meant(_ parameter: String, _ stages: [HubSpotProperty.Option]) -> String? {
        NearMiss.of(parameter, among: stages.map(\.value))
            ?? stages.first { NearMiss.fold($0.label) == NearMiss.fold(parameter) }?.value
    }
}
