import Domain
import HubSpot
import Oversight

/// `passerelle_ref` on the six objects, judged: without it nothing may be created there, for after a lost answer a
/// record could not be found again.
struct ReferenceChecks {
    let language: Language

    func check(_ account: [Kind: [HubSpotProperty]]) -> [Check] {
        Kind.allCases.compactMap { kind in account[kind].map { check(kind, $0) } }
    }

    private func check(_ kind: Kind, _ properties: [HubSpotProperty]) -> Check {
        let name = HubSpotName.reference
        let subject = "\(kind.rawValue).\(name)"
        let path = MenuPath(language: language).properties(kind)
        guard let property = properties.first(where: { $0.name == name }) else {
            return .forSetup(
                .reference, subject, language.of(fr: "la propriété manque", en: "the property is missing"),
                byHand: language.of(
                    fr: "\(path) > Créer une propriété : nom interne \(name), « Texte à une ligne », valeurs uniques",
                    en: "\(path) > Create property: internal name \(name), “Single-line text”, unique values"), language)
        }
        let again = PropertyRemake(language: language).reference(kind)
        if property.type != "string" {
            return .fault(
                .reference, subject,
                language.of(fr: "type \(property.type) au lieu d’un texte", en: "type \(property.type) instead of a text"),
                remedy: again)
        }
        if property.hasUniqueValue { return .ok(.reference, subject, language.of(fr: "valeurs uniques", en: "unique values")) }
        let text = language.of(
            fr: "sans valeurs uniques : après une réponse perdue, la fiche est cherchée (15 s)",
            en: "without unique values: after a lost answer the record is searched for (15 s)")
        switch kind {
        case .company, .deal, .contact: return .fault(.reference, subject, text, remedy: again)
        case .call, .meeting, .email:
            let only = language.of(
                fr: "rien si le compte refuse les valeurs uniques sur les activités ; sinon \(again)",
                en: "nothing where the account refuses unique values on activities; else \(again)")
            return .warning(.reference, subject, text, remedy: only)
        }
    }
}
