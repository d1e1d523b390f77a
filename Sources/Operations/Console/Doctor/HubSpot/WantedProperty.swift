import Domain
import HubSpot

/// A property that must be made in HubSpot, as the source page describes it.
struct WantedProperty: Sendable {
    var kind: Kind
    /// The internal name, case included.
    var name: String
    /// Real accounts may hold it in another case (R4).
    var anyCase = false
    /// As the source page labels it.
    var label: String
    var type: Set<String>
    var fieldType: Set<String>
    /// Its options are HubSpot's users.
    var isOwner = false
    /// As HubSpot's screen calls the field type.
    var french: String
    var english: String

    static let siret = WantedProperty(
        kind: .company, name: "SIRET", anyCase: true, label: "SIRET", type: ["string"], fieldType: ["text"],
        french: "Texte à une ligne", english: "Single-line text")
    static let salesperson = WantedProperty(
        kind: .company, name: "ingenieur_commercial", label: "Ingénieur commercial", type: ["enumeration"],
        fieldType: ["select"], isOwner: true, french: "Utilisateur HubSpot", english: "HubSpot user")
    static let civilite = WantedProperty(
        kind: .contact, name: "civilite", label: "Civilité", type: ["enumeration"], fieldType: ["select", "radio"],
        french: "Menu déroulant", english: "Dropdown select")

    static let all: [WantedProperty] = [
        siret, salesperson, box(.company, "Entreprise"), box(.deal, "Transaction"), box(.contact, "Contact"), civilite,
    ]

    private static func box(_ kind: Kind, _ word: String) -> WantedProperty {
        WantedProperty(
            kind: kind, name: HubSpotName.box, label: "Synchro artis \(word)", type: ["bool", "enumeration"],
            fieldType: ["booleancheckbox"], french: "Une seule case à cocher", english: "Single checkbox")
    }

    /// `company.SIRET`
    var subject: String { "\(kind.rawValue).\(name)" }

    /// The page's group; activities, which it does not speak of, keep theirs where HubSpot keeps its own.
    static func group(_ kind: Kind) -> (name: String, french: String, english: String)? {
        switch kind {
        case .company: ("companyinformation", "Informations concernant l’entreprise", "Company information")
        case .deal: ("dealinformation", "Informations sur la transaction", "Deal information")
        case .contact: ("contactinformation", "Informations concernant le contact", "Contact information")
        case .call, .meeting, .email: nil
        }
    }

    /// The property among those of the account, exact name first.
    func find(in properties: [HubSpotProperty]) -> HubSpotProperty? {
        properties.first { $0.name == name }
            ?? (anyCase ? properties.first { $0.name.lowercased() == name.lowercased() } : nil)
    }
}
