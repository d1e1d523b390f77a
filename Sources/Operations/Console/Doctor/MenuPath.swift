import Domain
import Oversight

/// Where a person does it, as the source page names the menus; artis.net speaks French to everybody.
struct MenuPath {
    let language: Language

    private var hubspotSettings: String { language.of(fr: "HubSpot, Paramètres", en: "HubSpot, Settings") }

    /// "CRM > Entreprises > Actions > Modifier les propriétés".
    func properties(_ kind: Kind) -> String {
        switch kind {
        case .company:
            language.of(
                fr: "HubSpot, CRM > Entreprises > Actions > Modifier les propriétés",
                en: "HubSpot, CRM > Companies > Actions > Edit properties")
        case .deal:
            language.of(
                fr: "HubSpot, CRM > Transactions > Actions > Modifier les propriétés",
                en: "HubSpot, CRM > Deals > Actions > Edit properties")
        case .contact:
            language.of(
                fr: "HubSpot, CRM > Contacts > Actions > Modifier les propriétés",
                en: "HubSpot, CRM > Contacts > Actions > Edit properties")
        case .call, .meeting, .email:
            language.of(
                fr: "\(hubspotSettings) > Gestion des données > Propriétés > \(Self.activities(kind).fr)",
                en: "\(hubspotSettings) > Data Management > Properties > \(Self.activities(kind).en)")
        }
    }

    private static func activities(_ kind: Kind) -> (fr: String, en: String) {
        switch kind {
        case .call: ("Appels", "Calls")
        case .meeting: ("Réunions", "Meetings")
        case .company, .deal, .contact, .email: ("E-mails", "Emails")
        }
    }

    var pipelines: String {
        language.of(
            fr: "\(hubspotSettings) > Gestion des données > Objets > Transactions > Pipelines",
            en: "\(hubspotSettings) > Data Management > Objects > Deals > Pipelines")
    }

    var companies: String {
        language.of(
            fr: "\(hubspotSettings) > Gestion des données > Objets > Entreprises",
            en: "\(hubspotSettings) > Data Management > Objects > Companies")
    }

    var userList: String {
        language.of(fr: "\(hubspotSettings) > Utilisateurs et équipes", en: "\(hubspotSettings) > Users & Teams")
    }

    var users: String { userList + language.of(fr: " > Créer un utilisateur", en: " > Create user") }

    var privateApp: String {
        language.of(
            fr: "\(hubspotSettings) > Intégrations > Applications privées > (l’application)",
            en: "\(hubspotSettings) > Integrations > Private Apps > (the app)")
    }

    var companyList: String {
        language.of(fr: "HubSpot, CRM > Entreprises", en: "HubSpot, CRM > Companies")
    }

    var parameters: String { "artis.net, Menu Paramétrage > Paramètres généraux > Gérer les paramètres" }

    func labels(_ table: String) -> String {
        "artis.net, Menu Paramétrage > Paramètres généraux > Gérer les tables de libellés > \(table)"
    }

    var actions: String {
        "artis.net, Menu Paramétrage > Paramètres généraux > Gérer les tables de décision > TD_HubspotAction"
    }

    var people: String {
        "artis.net, Ajouter un collaborateur"
    }
}
