import Domain
import Oversight

/// Something that HubSpot did not show while it answered other calls, judged: only a 403 is mended by a scope.
struct RefusalCheck {
    let language: Language

    func check(_ refusal: HubSpotFacts.Refusal) -> Check {
        let why = Glossary.text(refusal.message, language)
        let remedy = AwayRemedy(language: language).hubspot(refusal.cause)
        if refusal.cause == .scope {
            return .fault(
                .scope, refusal.thing,
                language.of(fr: "HubSpot refuse de les montrer : \(why)", en: "HubSpot refuses to show them: \(why)"), remedy: remedy)
        }
        return .fault(
            .hubspot, refusal.thing,
            language.of(fr: "n’ont pas pu être lus : \(why)", en: "could not be read: \(why)"), remedy: remedy)
    }
}
