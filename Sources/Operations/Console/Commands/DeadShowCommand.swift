import ArgumentParser
import Database

struct DeadShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .help(
            fr: "Montrer des messages écartés en entier, avec leurs octets.",
            en: "Show dead letters in full, with their bytes."),
        discussion: "  passerelle dead show 17")

    @Argument(help: .letterID) var ids: [Int64]
    @Flag(help: .jsonLines) var json = false

    func validate() throws { if ids.isEmpty { throw ValidationError(fr: "ID : manquant", en: "ID: missing") } }

    func run() async throws {
        try await Desk.with { desk in try await DeadLetters(desk: desk).show(ids, json: json) }
    }
}
