import ArgumentParser
import Database
import Domain

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .help(
            fr: "Lister les fiches : toutes, ou celles d’un état, d’une raison ou d’un type.",
            en: "List records, all of them or those of a state, a reason or a kind."),
        discussion: .help(
            fr: """
                États : synced, pending, waiting, not_eligible, blocked, retrying, failed, stopped. Les conditions se \
                cumulent :

                  passerelle list --state blocked --kind company
                  passerelle list --reason SIRET_MISSING --json
                  passerelle list --state waiting --older-than 3d

                Deux cents à la fois ; la dernière ligne dit comment continuer.
                """,
            en: """
                States: synced, pending, waiting, not_eligible, blocked, retrying, failed, stopped. Conditions add up:

                  passerelle list --state blocked --kind company
                  passerelle list --reason SIRET_MISSING --json
                  passerelle list --state waiting --older-than 3d

                Two hundred at a time; the last line tells how to go on.
                """))

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @Flag(help: .jsonLines) var json = false

    func run() async throws {
        try await Desk.with { desk in try await RecordList(filter: filter.filter, page: page).show(on: desk, json: json) }
    }
}
