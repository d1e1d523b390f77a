import ArgumentParser
import Database
import Domain
import Oversight

struct RetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: .help(
            fr: "Réessayer des fiches bloquées, en échec, en nouvel essai ou non concernées, une seule ou par filtre.",
            en: "Try blocked, failed, retrying or not eligible records again, one or by filter."),
        discussion: .help(
            fr: """
                  passerelle retry deal 4102
                  passerelle retry --state failed --yes
                  passerelle retry --reason ARTIS_REFUSED --kind contact --older-than 1d --yes

                Rarement nécessaire : une fiche est réessayée d’elle-même quand elle change, ou quand change ce que sa \
                raison désigne. Plus d’une fiche à la fois demande --yes ; sans cela, une personne devant un \
                terminal doit confirmer, et un script est refusé, avec le nombre.
                """,
            en: """
                  passerelle retry deal 4102
                  passerelle retry --state failed --yes
                  passerelle retry --reason ARTIS_REFUSED --kind contact --older-than 1d --yes

                Seldom needed: a record is tried again by itself when it changes, or when what its reason names \
                changes. More than one record at a time needs --yes; without it a person at a terminal is asked, and a \
                script is told how many, and refused.
                """))

    @Argument(help: .recordKind) var kind: String?
    @Argument(help: .recordID) var id: String?
    @OptionGroup var filter: FilterOptions
    @Flag(help: ArgumentHelp(fr: "Oui, plus d’une fiche.", en: "Yes, more than one record.")) var yes = false
    @Flag(help: .json) var json = false

    func validate() throws {
        switch (kind, id, filter.filter.isEmpty) {
        case (let kind?, let id?, true): _ = try RecordName(kind: kind, id: id)
        case (nil, nil, false): break
        case (.some, nil, _):
            throw ValidationError(
                fr: "ID : manquant ; KIND et ID désignent une fiche, des options en désignent plusieurs",
                en: "ID: missing; KIND and ID name one record, options name many")
        case (_, _, true):
            throw ValidationError(
                fr: "désignez une fiche (KIND ID), ou des fiches par --state, --reason ou --kind",
                en: "name a record (KIND ID), or records by --state, --reason or --kind")
        case (_, _, false): throw Self.both
        }
        if id != nil, filter.age.since != nil || filter.age.olderThan != nil {
            throw Self.both
        }
        if let state = filter.state, !RetryPairs.states.contains(state) {
            throw ValidationError(
                fr: "--state : seules les fiches blocked, failed, retrying et not_eligible peuvent être réessayées",
                en: "--state: only blocked, failed, retrying and not_eligible records can be tried again")
        }
    }

    private static var both: ValidationError {
        ValidationError(
            fr: "soit KIND et ID, soit des options, pas les deux", en: "either KIND and ID, or options, not both")
    }

    func run() async throws {
        let name: RecordName? = if let kind, let id { try RecordName(kind: kind, id: id) } else { nil }
        try await Desk.with { desk in
            let retry = Retry(desk: desk, json: json)
            if let name { try await retry.one(name) } else { try await retry.many(filter.filter, sure: yes) }
        }
    }
}
