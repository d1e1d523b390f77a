import ArgumentParser
import Database
import Domain
import Logging
import Messaging
import Observability
import Oversight
import Pipeline
import Runtime

/// `dashboard`: what an operator sees of the fleet and does about it, in a browser.
@main
struct DashboardProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard",
        abstract: "Shows the people who run Passerelle how the sync goes, and lets them act.",
        discussion: """
            Listens on DASHBOARD_LISTEN (127.0.0.1:8090) and asks for DASHBOARD_PASSWORD; without it, only this machine is \
            served.

            \(WorkerProgram.settingsHelp)
            """, version: Version.full)

    func run() async throws {
        let (process, source, broker, hubspot, artis, settings) = Settings.readOrExit(
            ProcessSettings.self, DatabaseSettings.self, BrokerSettings.self, HubSpotSettings.self, ArtisSettings.self,
            DashboardSettings.self)
        let logger = Log.start(program: "dashboard", settings: process)
        let fleet = try Fleet(
            program: "dashboard", width: 4, database: source, hubspot: hubspot, artis: artis, logger: logger)
        let site = Self.site(fleet, settings.password, broker, pipeline: hubspot.pipeline)
        let vitals = Vitals(program: "dashboard", brokers: [:], metrics: fleet.metrics)
        // Its pages stand before the schema is known too: they say so.
        let services = fleet.services(named: "dashboard", vitals: vitals, process, own: []) + [
            Resilient(
                "pages", logger: logger,
                service: Server(site: site, listen: settings.listen, lamp: vitals.health.lamp("pages")))
        ]
        await Program.main(logger: logger, drain: process.drain, services: services)
    }

    private static func site(_ fleet: Fleet, _ password: Secret?, _ broker: BrokerSettings, pipeline: String?) -> Site {
        let inspector = Inspector(
            address: broker.address, connectionName: "\(fleet.owner) queues",
            timings: BrokerTimings(connect: .seconds(3), call: .seconds(3)))
        let management = BrokerManagement(broker, logger: fleet.logger)
        let database = fleet.database
        let board = Fresh(for: .seconds(2)) { () async throws(OperatorFailure) in
            await QueueBoard.read(inspector, management, database)
        }
        return Site(
            database: database, password: password,
            board: { (try? await board.value()) ?? QueueBoard() },
            reference: { try? await fleet.references.current() },
            live: { kind, hubspot, artis, last, language throws(OperatorFailure) in
                let reference = try await fleet.reference(language)
                return await LiveSides.read(
                    kind, hubspot: hubspot, artis: artis, last: last, in: fleet.hubspot, fleet.artis, reference: reference,
                    pipeline: pipeline)
            }, logger: fleet.logger)
    }
}
