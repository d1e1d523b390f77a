import ArgumentParser
import Database

struct DeadDiscardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: .help(
            fr: "Jeter des messages écartés : un, plusieurs, ou par filtre.",
            en: "Throw dead letters away: one, many, or by filter."),
        discussion: .help(
            fr: """
                  passerelle dead discard 17
                  passerelle dead discard --kind deal --yes
                  passerelle dead discard --all --yes

                Plus d’un message à la fois demande --yes ; sans cela, une personne devant un \
                terminal doit confirmer, et un script est refusé, avec le nombre.
                """,
            en: """
                  passerelle dead discard 17
                  passerelle dead discard --kind deal --yes
                  passerelle dead discard --all --yes

                More than one letter at a time needs --yes; without it a person at a terminal is asked, and a script \
                is told how many, and refused.
                """))

    @Argument(help: .letterID) var ids: [Int64] = []
    @OptionGroup var filter: DeadOptions
    @Flag(help: ArgumentHelp(fr: "Tous.", en: "All of them.")) var all = false
    @Flag(help: ArgumentHelp(fr: "Oui, plus d’un message.", en: "Yes, more than one letter.")) var yes = false
    @Flag(help: .json) var json = false

    func validate() throws {
        let ways = [!ids.isEmpty, !filter.isEmpty, all].filter { $0 }.count
        guard ways == 1 else {
            throw ValidationError(
                fr: "désignez des messages par ID, ou par --kind, --queue ou --reason, ou dites --all",
                en: "name letters by ID, or by --kind, --queue or --reason, or say --all")
        }
    }

    func run() async throws {
        try await Desk.with { desk in
            try await DeadLetters(desk: desk).discard(filter.filter(ids: ids.isEmpty ? nil : ids), sure: yes, json: json)
        }
    }
}
