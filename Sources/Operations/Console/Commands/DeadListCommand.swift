import ArgumentParser
import Database

struct DeadListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List dead letters, oldest first.")

    @OptionGroup var filter: DeadOptions
    @OptionGroup var page: PageOptions
    @Flag(help: "One JSON object a line for programs.") var json = false

    func run() async throws {
        try await Desk.with { desk in
            try await DeadLetters(desk: desk).list(
                filter.filter(ids: nil), after: page.after ?? 0, limit: page.limit, json: json)
        }
    }
}
