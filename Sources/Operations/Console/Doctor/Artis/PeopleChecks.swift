import Domain
import Oversight

/// R1, judged: who sells in artis.net should be a user of HubSpot, and HubSpot's users collaborateurs.
struct PeopleChecks {
    let language: Language

    private var path: MenuPath { MenuPath(language: language) }

    func check(owners: [Owner], collaborateurs: [ArtisPerson]) -> [Check] {
        let users = owners.filter { !$0.archived }
        let sellers = collaborateurs.filter { $0.active && $0.commercial }
        return self.users(users, PersonSearch(collaborateurs.map { ($0.mail, $0.active) }))
            + self.sellers(sellers, PersonSearch(owners.map { ($0.mail, !$0.archived) })) + namesakes(owners, collaborateurs)
    }

    private func users(_ users: [Owner], _ search: PersonSearch) -> [Check] {
        func mails(_ standing: PersonSearch.Standing) -> [String] {
            users.map(\.mail).filter { search.standing($0) == standing }
        }
        return verdicts(
            .users, "HubSpot",
            [
                warning(
                    .users, "HubSpot", mails(.absent),
                    text: language.of(fr: "utilisateurs sans collaborateur artis.net", en: "users who are no collaborateurs of artis.net"),
                    remedy: language.of(
                        fr: "\(path.people) avec l’adresse mail telle que dans HubSpot",
                        en: "\(path.people) with the e-mail address as in HubSpot")),
                warning(
                    .users, "HubSpot", mails(.retired),
                    text: language.of(
                        fr: "utilisateurs dont le collaborateur artis.net est inactif",
                        en: "users whose collaborateur of artis.net is inactive"),
                    remedy: language.of(
                        fr: "réactivez ces collaborateurs dans artis.net, ou désactivez ces utilisateurs (\(path.userList))",
                        en: "make these collaborateurs active again in artis.net, or deactivate these users (\(path.userList))")),
            ])
    }

    private func sellers(_ sellers: [ArtisPerson], _ search: PersonSearch) -> [Check] {
        func standing(_ standing: PersonSearch.Standing) -> [ArtisPerson] {
            sellers.filter { search.standing($0.mail) == standing }
        }
        return verdicts(
            .sellers, "artis.net",
            [
                warning(
                    .sellers, "artis.net", standing(.absent).map(\.mail),
                    text: language.of(fr: "commerciaux sans utilisateur HubSpot", en: "salespeople who are no users of HubSpot"),
                    remedy: language.of(
                        fr: "\(path.users) avec l’adresse mail telle que dans artis.net",
                        en: "\(path.users) with the e-mail address as in artis.net")),
                warning(
                    .sellers, "artis.net", standing(.retired).map(\.mail),
                    text: language.of(
                        fr: "commerciaux dont l’utilisateur HubSpot est archivé", en: "salespeople whose user of HubSpot is archived"),
                    remedy: language.of(
                        fr: "\(path.userList) : réactivez ces utilisateurs, ou rendez ces collaborateurs inactifs dans artis.net",
                        en: "\(path.userList): reactivate these users, or make these collaborateurs inactive in artis.net")),
                warning(
                    .sellers, "artis.net", standing(.nameless).map(\.id.rawValue),
                    text: language.of(fr: "commerciaux sans adresse mail", en: "salespeople without an e-mail address"),
                    remedy: language.of(
                        fr: "artis.net, fiche de ces collaborateurs : renseignez l’adresse mail telle que dans HubSpot",
                        en: "artis.net, the records of these collaborateurs: fill in the e-mail address as in HubSpot")),
            ])
    }

    private func verdicts(_ code: CheckCode, _ subject: String, _ warnings: [Check?]) -> [Check] {
        let warnings = warnings.compactMap { $0 }
        return warnings.isEmpty ? [.ok(code, subject, language.of(fr: "tous reconnus", en: "all recognised"))] : warnings
    }

    /// - Parameter names: mails, or ids of those who have none.
    private func warning(_ code: CheckCode, _ subject: String, _ names: [String], text: String, remedy: String) -> Check? {
        if names.isEmpty { return nil }
        return .warning(code, subject, "\(text): \(names.count) (\(language.listed(names.sorted())))", remedy: remedy)
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
