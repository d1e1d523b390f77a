import ArgumentParser
import Database

struct DeadListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .help(
            fr: "Lister les messages écartés, le plus ancien d’abord.",
            en: "List dead letters, oldest first."))

    @OptionGroup var filter: DeadOptions
    @OptionGroup var page: PageOptions
    @Flag(help: .jsonLines) var json = false

    func run() async throws {
        try await Desk.with { desk in
            try await DeadLetters(desk: desk).list(
                filter.filter(ids: nil), after: page.after ?? 0, limit: page.limit, json: json)
        }
    }
}
