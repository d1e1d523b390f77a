import Domain
import Oversight

/// R1, judged; pure: who sells in artis.net should be a user of HubSpot, and HubSpot's users collaborateurs.
struct PeopleChecks {
    let language: Language

    func check(owners: [Owner], collaborateurs: [ArtisPerson]) -> [Check] {
        let people = People(owners: owners, collaborateurs: collaborateurs)
        let sellers = collaborateurs.filter { $0.active && $0.commercial && people.owner(mail: $0.mail) == nil }
        let users = owners.filter { !$0.archived && people.collaborateur(mail: $0.mail) == nil }
        return [
            verdict(
                "people.artis", sellers.map(\.mail),
                found: language.of(
                    fr: "commerciaux sans utilisateur HubSpot", en: "salespeople who are no users of HubSpot"),
                remedy: language.of(
                    fr: "créez-les dans HubSpot avec la même adresse mail",
                    en: "make them users of HubSpot with the same e-mail address")),
            verdict(
                "people.hubspot", users.map(\.mail),
                found: language.of(
                    fr: "utilisateurs sans collaborateur artis.net", en: "users who are no collaborateurs of artis.net"),
                remedy: language.of(
                    fr: "créez-les dans artis.net avec la même adresse mail",
                    en: "make them collaborateurs with the same e-mail address")),
        ]
    }

    private func verdict(_ name: String, _ mails: [String], found: String, remedy: String) -> Check {
        if mails.isEmpty { return .ok(name, language.of(fr: "tous reconnus", en: "all recognised")) }
        let named = mails.sorted().prefix(5).joined(separator: ", ") + (mails.count > 5 ? ", …" : "")
        return .warning(name, "\(found) : \(mails.count) (\(named))", remedy: remedy)
    }
}
