import ArgumentParser

struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Resume a kind of record that was paused.",
        discussion: "What was noted meanwhile is worked off at once.")

    @Argument(help: ArgumentHelp("company, deal, contact, call, meeting or email.", valueName: "KIND")) var kind: String
    @Flag(help: "One JSON object for programs.") var json = false

    func validate() throws { _ = try Given.kind(kind) }

    func run() async throws {
        let kind = try Given.kind(kind)
        try await Desk.with { desk in try await PauseSwitch(desk: desk, json: json).resume(kind) }
    }
}
