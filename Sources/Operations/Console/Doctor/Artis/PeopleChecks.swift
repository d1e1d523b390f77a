import Domain
import Oversight

/// R1, judged: who sells in artis.net should be a user of HubSpot, and HubSpot's users collaborateurs.
struct PeopleChecks {
    let language: Language

    private var path: MenuPath { MenuPath(language: language) }

    func check(owners: [Owner], collaborateurs: [ArtisPerson]) -> [Check] {
        let people = People(owners: owners, collaborateurs: collaborateurs)
        let sellers = collaborateurs.filter { $0.active && $0.commercial && people.owner(mail: $0.mail) == nil }
        let users = owners.filter { !$0.archived && people.collaborateur(mail: $0.mail) == nil }
        return [
            verdict(
                .users, "HubSpot", users.map(\.mail),
                text: language.of(fr: "utilisateurs sans collaborateur artis.net", en: "users who are no collaborateurs of artis.net"),
                remedy: language.of(
                    fr: "\(path.people) avec l’adresse mail telle que dans HubSpot",
                    en: "\(path.people) with the e-mail address as in HubSpot")),
            verdict(
                .sellers, "artis.net", sellers.map(\.mail),
                text: language.of(fr: "commerciaux sans utilisateur HubSpot", en: "salespeople who are no users of HubSpot"),
                remedy: language.of(
                    fr: "\(path.users) avec l’adresse mail telle que dans artis.net",
                    en: "\(path.users) with the e-mail address as in artis.net")),
        ] + namesakes(owners, collaborateurs)
    }

    private func verdict(_ code: CheckCode, _ subject: String, _ mails: [String], text: String, remedy: String) -> Check {
        if mails.isEmpty { return .ok(code, subject, language.of(fr: "tous reconnus", en: "all recognised")) }
        return .warning(code, subject, "\(text): \(mails.count) (\(language.listed(mails.sorted())))", remedy: remedy)
    }

    /// Several people of one mail: the one with the lowest id stands for all of them.
    private func namesakes(_ owners: [Owner], _ collaborateurs: [ArtisPerson]) -> [Check] {
        let users = shared(owners.filter { !$0.archived }.map { ($0.mail, $0.id.rawValue) })
        let persons = shared(collaborateurs.filter(\.active).map { ($0.mail, $0.id.rawValue) })
        return users.map { namesake("HubSpot", $0, remedy: path.users) }
            + persons.map { namesake("artis.net", $0, remedy: path.people) }
    }

    private func namesake(_ tool: String, _ shared: (mail: String, ids: [String]), remedy: String) -> Check {
        .warning(
            .namesakes, tool,
            language.of(
                fr: "\(shared.mail) est l’adresse de plusieurs personnes (\(shared.ids.joined(separator: ", "))) : la première les représente toutes",
                en: "\(shared.mail) is the address of several people (\(shared.ids.joined(separator: ", "))): the first stands for all"),
            remedy: language.of(
                fr: "donnez à chacune sa propre adresse, ou désactivez les doublons (\(remedy))",
                en: "give each an address of their own, or deactivate the duplicates (\(remedy))"))
    }

    private func shared(_ people: [(String, String)]) -> [(mail: String, ids: [String])] {
        Dictionary(grouping: people) { Canonical.mail($0.0) }
            .filter { !$0.key.isEmpty && $0.value.count > 1 }
            .map { ($0.key, $0.value.map(\.1).sorted()) }.sorted { $0.0 < $1.0 }
    }
}
