import ArgumentParser
import Database
import Domain

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List records, all of them or those of a state, a reason or a kind.",
        discussion: """
            States: synced, pending, waiting, not_eligible, blocked, retrying, failed, stopped. Conditions add up:

              passerelle list --state blocked --kind company
              passerelle list --reason SIRET_MISSING --json
            """)

    @OptionGroup var filter: FilterOptions
    @Flag(help: "One JSON object a line for programs.") var json = false

    func run() async throws {
        try await Desk.with { desk in try await RecordList(filter: filter.filter).show(on: desk, json: json) }
    }
}
