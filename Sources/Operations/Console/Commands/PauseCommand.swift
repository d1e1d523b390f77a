import ArgumentParser

struct PauseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Pause a kind of record for the whole fleet.",
        discussion: """
            At once, and until “passerelle resume”, whatever is restarted meanwhile. Changes are noted and wait; what a \
            worker has begun it finishes.

              passerelle pause deal
            """)

    @Argument(help: ArgumentHelp("company, deal, contact, call, meeting or email.", valueName: "KIND")) var kind: String
    @Flag(help: "One JSON object for programs.") var json = false

    func validate() throws { _ = try Given.kind(kind) }

    func run() async throws {
        let kind = try Given.kind(kind)
        try await Desk.with { desk in try await PauseSwitch(desk: desk, json: json).pause(kind) }
    }
}
