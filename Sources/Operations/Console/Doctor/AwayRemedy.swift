import Domain
import Oversight

/// What to do about a call that was not answered, by why it was not: who is told to change a token because of an outage
/// breaks what was right.
struct AwayRemedy {
    let language: Language

    private var privateApp: String { MenuPath(language: language).privateApp }

    func hubspot(_ cause: Cause) -> String {
        switch cause {
        case .credential:
            language.of(
                fr: "vérifiez HUBSPOT_ACCESS_TOKEN (\(privateApp) > Authentification) et HUBSPOT_BASE_URL",
                en: "check HUBSPOT_ACCESS_TOKEN (\(privateApp) > Auth) and HUBSPOT_BASE_URL")
        case .scope:
            language.of(
                fr: "\(privateApp) > Modifier > Champs d’application : ajoutez ce qu’il nomme",
                en: "\(privateApp) > Edit > Scopes: add what it names")
        case .outage:
            language.of(
                fr: "attendez, puis relancez passerelle doctor (status.hubspot.com) ; si cela dure, vérifiez le réseau et HUBSPOT_BASE_URL",
                en: "wait, and run passerelle doctor again (status.hubspot.com); if it lasts, check the network and HUBSPOT_BASE_URL")
        case .later:
            language.of(
                fr: "attendez, puis relancez passerelle doctor : passerelle status montre les appels du jour et quand le prochain est permis",
                en: "wait, and run passerelle doctor again: passerelle status shows the day’s calls and when the next is allowed")
        case .other:
            language.of(
                fr: "relancez passerelle doctor ; si cela dure, vérifiez HUBSPOT_BASE_URL, ou montrez ce message au support de HubSpot",
                en: "run passerelle doctor again; if it lasts, check HUBSPOT_BASE_URL, or show this message to HubSpot’s support")
        }
    }

    func artis(_ cause: Cause) -> String {
        switch cause {
        case .credential, .scope:
            language.of(fr: "vérifiez ARTIS_API_KEY et ARTIS_BASE_URL", en: "check ARTIS_API_KEY and ARTIS_BASE_URL")
        case .outage, .later:
            language.of(
                fr: "attendez, puis relancez passerelle doctor ; si cela dure, vérifiez le réseau et ARTIS_BASE_URL, ou demandez à qui exploite le pont d’artis.net",
                en: "wait, and run passerelle doctor again; if it lasts, check the network and ARTIS_BASE_URL, or ask who runs the bridge of artis.net")
        case .other:
            language.of(
                fr: "vérifiez ARTIS_BASE_URL, ou montrez ce message à qui exploite le pont d’artis.net",
                en: "check ARTIS_BASE_URL, or show this message to who runs the bridge of artis.net")
        }
    }
}
