import ArgumentParser
import Database

struct DeadShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show dead letters in full, with their bytes.",
        discussion: "  passerelle dead show 17")

    @Argument(help: ArgumentHelp("As “passerelle dead list” tells.", valueName: "ID")) var ids: [Int64]
    @Flag(help: "One JSON object a line for programs.") var json = false

    func validate() throws { if ids.isEmpty { throw ValidationError("ID: missing") } }

    func run() async throws {
        try await Desk.with { desk in try await DeadLetters(desk: desk).show(ids, json: json) }
    }
}
