import Domain
import HubSpot
import Oversight

/// How a property that is of a wrong type is put right without losing what people wrote in it. Its kind rests meanwhile:
/// emptied fields would be carried to artis.net like any change (R24).
struct PropertyRemake {
    let language: Language

    /// HubSpot changes most field types in place, though values may become invalid by it; none becomes a list of users.
    func retype(_ property: HubSpotProperty, _ wanted: WantedProperty) -> String {
        let edit = MenuPath(language: language).properties(wanted.kind) + " > \(property.name)"
        let codes = wanted.name == WantedProperty.civilite.name
        let again = language.of(
            fr: "Supprimer, passerelle setup, puis importez ces valeurs", en: "Delete, passerelle setup, then import these values")
        if wanted.isOwner {
            return resting(
                wanted.kind, property.name,
                language.of(fr: "\(edit) > \(again) (l’adresse mail de l’utilisateur)", en: "\(edit) > \(again) (the user’s e-mail address)"))
        }
        return resting(
            wanted.kind, property.name,
            language.of(
                fr: "\(edit) > Modifier : type de champ « \(wanted.french) »"
                    + (codes ? ", puis adaptez les valeurs aux codes de Qualité personne" : "") + " (si HubSpot le refuse : \(again))",
                en: "\(edit) > Edit: field type “\(wanted.english)”"
                    + (codes ? ", then adapt the values to the codes of Qualité personne" : "") + " (where HubSpot refuses: \(again))"))
    }

    /// Whether values are unique is settled when a property is made, and `passerelle_ref` must be whole before the fleet
    /// goes on: by it a creation whose answer was lost is found again.
    func reference(_ kind: Kind) -> String {
        let name = HubSpotName.reference
        let path = MenuPath(language: language).properties(kind)
        return resting(
            kind, name,
            language.of(
                fr: "\(path) > \(name) > Supprimer ; passerelle setup ; importez ces valeurs, sans lesquelles des fiches se créeraient deux fois",
                en: "\(path) > \(name) > Delete; passerelle setup; import these values, without which records would be created twice"))
    }

    private func resting(_ kind: Kind, _ name: String, _ steps: String) -> String {
        language.of(
            fr: "passerelle pause \(kind.rawValue) ; exportez l’ID de fiche et \(name) ; \(steps) ; passerelle resume \(kind.rawValue)",
            en: "passerelle pause \(kind.rawValue); export Record ID and \(name); \(steps); passerelle resume \(kind.rawValue)")
    }
}
