import ArgumentParser
import Database
import Domain
import Logging
import Observability
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
        let references = fleet.references
        let site = Site(
            database: fleet.database, password: settings.password,
            zone: { (try? await references.current())?.zone ?? .utc }, logger: logger)
        let vitals = Vitals(program: "dashboard", brokers: [:])
        let services = fleet.services(named: "dashboard", vitals: vitals, process) + [
            Resilient("pages", logger: logger, service: Server(site: site, listen: settings.listen))
        ]
        _ = broker
        await Program.main(logger: logger, drain: process.drain, services: services)
    }
}
