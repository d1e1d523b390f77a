import ArgumentParser

struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: .help(
            fr: "Reprendre un type de fiche qui était en pause.", en: "Resume a kind of record that was paused."),
        discussion: .help(
            fr: "Ce qui a été noté entre-temps est traité aussitôt.",
            en: "What was noted meanwhile is worked off at once."))

    @Argument(help: .pausedKind) var kind: String
    @Flag(help: .json) var json = false

    func validate() throws { _ = try Given.kind(kind) }

    func run() async throws {
        let kind = try Given.kind(kind)
        try await Desk.with { desk in try await PauseSwitch(desk: desk, json: json).resume(kind) }
    }
}
