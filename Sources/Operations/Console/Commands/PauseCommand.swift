import ArgumentParser

struct PauseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: .help(
            fr: "Mettre en pause un type de fiche pour toute la flotte.",
            en: "Pause a kind of record for the whole fleet."),
        discussion: .help(
            fr: """
                Aussitôt, et jusqu’à « passerelle resume », quoi qu’on redémarre entre-temps. Les changements sont \
                notés et attendent ; ce qu’un worker a commencé, il le termine.

                  passerelle pause deal
                """,
            en: """
                At once, and until “passerelle resume”, whatever is restarted meanwhile. Changes are noted and wait; \
                what a worker has begun it finishes.

                  passerelle pause deal
                """))

    @Argument(help: .pausedKind) var kind: String
    @Flag(help: .json) var json = false

    func validate() throws { _ = try Given.kind(kind) }

    func run() async throws {
        let kind = try Given.kind(kind)
        try await Desk.with { desk in try await PauseSwitch(desk: desk, json: json).pause(kind) }
    }
}
