import Domain
import HubSpot
import Oversight

/// A property that must be made in HubSpot, as the source page describes it.
struct WantedProperty: Sendable {
    var kind: Kind
    /// The internal name, case included.
    var name: String
    /// Real accounts may hold it in another case (R4).
    var anyCase = false
    var type: Set<String>
    var fieldType: Set<String>
    var isOwner = false
    /// As HubSpot's screen calls the field type.
    var french: String
    var english: String

    static let all: [WantedProperty] = [
        WantedProperty(
            kind: .company, name: "SIRET", anyCase: true, type: ["string"], fieldType: ["text"],
            french: "Texte à une ligne", english: "Single-line text"),
        WantedProperty(
            kind: .company, name: "ingenieur_commercial", type: ["enumeration"], fieldType: ["select"], isOwner: true,
            french: "Utilisateur HubSpot", english: "HubSpot user"),
        box(.company), box(.deal), box(.contact),
        WantedProperty(
            kind: .contact, name: "civilite", type: ["enumeration"], fieldType: ["select", "radio"],
            french: "Menu déroulant", english: "Dropdown select"),
    ]

    private static func box(_ kind: Kind) -> WantedProperty {
        WantedProperty(
            kind: kind, name: HubSpotName.box, type: ["bool", "enumeration"], fieldType: ["booleancheckbox"],
            french: "Une seule case à cocher", english: "Single checkbox")
    }

    /// The property among those of the account, exact name first.
    func find(in properties: [HubSpotProperty]) -> HubSpotProperty? {
        properties.first { $0.name == name }
            ?? (anyCase ? properties.first { $0.name.lowercased() == name.lowercased() } : nil)
    }

    func check(_ properties: [HubSpotProperty], _ language: Language) -> Check {
        let place = "hubspot.\(kind.rawValue).\(name)"
        let screen = kind == .company ? "Entreprises" : kind == .deal ? "Transactions" : "Contacts"
        let field = language.of(fr: french, en: english)
        guard let property = find(in: properties) else {
            return .fault(
                place, language.of(fr: "la propriété manque dans HubSpot", en: "the property is missing in HubSpot"),
                remedy: language.of(
                    fr:
                        "HubSpot, CRM > \(screen) > Actions > Modifier les propriétés > Créer une propriété : nom interne \(name), type de champ « \(field) »",
                    en:
                        "HubSpot, CRM > \(kind.name(.en)) > Actions > Edit properties > Create property: internal name \(name), field type “\(field)”"
                ))
        }
        let isRight = type.contains(property.type) && fieldType.contains(property.fieldType)
        guard isRight, !isOwner || property.referencedObjectType == "OWNER" else {
            return .fault(
                place,
                language.of(
                    fr: "la propriété est de type \(property.type)/\(property.fieldType)",
                    en: "the property is of type \(property.type)/\(property.fieldType)"),
                remedy: language.of(
                    fr: "créez-la à nouveau avec le type de champ « \(field) »",
                    en: "make it again with the field type “\(field)”"))
        }
        return .ok(place, property.name == name ? field : "\(property.name) : \(field)")
    }
}
