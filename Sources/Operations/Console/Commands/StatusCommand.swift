import ArgumentParser
import Messaging
import Oversight
import Runtime

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: .help(
            fr: "Montrer où en est la synchronisation : fiches par état, files d’attente, limites de HubSpot.",
            en: "Show how the sync goes: records by kind and state, queues, HubSpot's limits."),
        discussion: .help(
            fr: """
                Tout est traité quand aucune fiche n’est en cours ni en nouvel essai, que rien ne reste à publier et \
                que rien n’attend dans une file. Avec --wait-idle, la commande attend ce moment : code de sortie 0 \
                s’il est venu (constaté deux fois de suite), 1 s’il n’est pas venu à temps.

                  passerelle status --wait-idle 60 --json
                """,
            en: """
                Idle means that no record is pending or retrying, nothing is left to publish, and nothing waits in a \
                queue. With --wait-idle the command waits for that: exit code 0 when it came (seen twice in a row), 1 \
                when it did not come in time.

                  passerelle status --wait-idle 60 --json
                """))

    @Flag(help: .json) var json = false
    @Option(
        help: ArgumentHelp(
            fr: "Attendre que tout soit traité, au plus ce temps.", en: "Wait until idle, at most so long.",
            valueName: "seconds"))
    var waitIdle: Double?

    func validate() throws {
        if let waitIdle, !(0...86_400).contains(waitIdle) {
            throw ValidationError(
                fr: "--wait-idle : un nombre de secondes de 0 à 86400",
                en: "--wait-idle: a number of seconds from 0 to 86400")
        }
    }

    func run() async throws {
        try await Desk.with(BrokerSettings.self) { desk, broker in
            let queues = FleetQueues(
                inspector: Inspector(address: broker.address, connectionName: "passerelle status"),
                management: BrokerManagement(broker, logger: desk.logger), database: desk.database)
            let look = { () async throws(ConsoleFailure) in try await StatusReport.read(desk.database, queues: queues) }
            guard let waitIdle else { return show(try await look(), on: desk.screen) }
            let watch = IdleWatch(patience: .milliseconds(Int(waitIdle * 1000)))
            let (report, idle) = try await watch.wait(isIdle: \.isIdle, look)
            show(report, on: desk.screen)
            if !idle { throw ConsoleFailure.timedOut }
        }
    }

    private func show(_ report: StatusReport, on screen: Screen) {
        if json { screen.show(report.json) } else { screen.show(report.page(screen.language, screen.clock)) }
    }
}
