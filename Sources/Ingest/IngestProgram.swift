import ArgumentParser
import Database
import Domain
import Logging
import Messaging
import Observability
import Pipeline
import Runtime
import Trades

/// `ingest`: takes changes in — webhooks, polls, the feed of artis — and carries their hints to the workers; looks after dead letters and
/// lost work. Run as many as you like: receivers all serve, everything else is shared.
@main
struct IngestProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Takes changes of HubSpot and artis.net in and publishes them to the workers of Passerelle.",
        discussion: WorkerProgram.settingsHelp, version: Version.full)

    func run() async throws {
        let (process, databaseSettings, broker, hubspot, artis, settings, sync) = Settings.readOrExit(
            ProcessSettings.self, DatabaseSettings.self, BrokerSettings.self, HubSpotSettings.self, ArtisSettings.self,
            IngestSettings.self, SyncSettings.self)
        let logger = Log.start(program: "ingest", settings: process)
        let fleet = try Fleet(
            program: "ingest", width: 2, database: databaseSettings, hubspot: hubspot, artis: artis, logger: logger)
        let address = broker.address
        let database = fleet.database
        let publisher = Publisher(address: address, connectionName: "\(fleet.owner) relay", logger: logger)
        let letters = Consumer(
            address: address, connectionName: "\(fleet.owner) collector",
            subscriptions: WorkerRole.allCases.map {
                Subscription(queue: Topology.deadQueue(worker: $0), prefetch: 100)
            }, logger: logger)
        let vitals = Vitals(
            program: "ingest", brokers: ["publisher": publisher.monitor, "collector": letters.monitor],
            metrics: fleet.metrics)
        let metrics = IntakeMetrics(fleet.metrics)
        FleetFigures(database: database, logger: logger).register(in: fleet.metrics)

        let relay = Relay(
            database: database, publisher: publisher, metrics: metrics,
            pulse: vitals.health.pulse("relay", limit: .seconds(300)), logger: logger)
        let collector = Collector(database: database, consumer: letters, metrics: metrics, logger: logger)
        let sweeper = Sweeper(
            database: database, inspector: Inspector(address: address, connectionName: "\(fleet.owner) sweeper"),
            owner: fleet.owner, logger: logger)
        let companies = CompaniesSeen()
        let poller = Poller(fleet: fleet, every: settings.pollEvery, metrics: metrics, companies: companies)
        let feed = Feed(fleet: fleet, metrics: metrics, companies: companies)
        let receiver = Receiver(
            database: database, references: fleet.references, pipeline: hubspot.pipeline, settings: settings,
            metrics: metrics, lamp: vitals.health.lamp("receiver"), logger: logger)

        // Stopped in reverse: what uses a connection to the broker before the connection itself.
        let own = [
            Resilient("publisher", logger: logger) { await publisher.run(); await Pause.untilStop() },
            Resilient("relay", logger: logger, service: relay),
            Resilient("dead letters", logger: logger) { await letters.run(); await Pause.untilStop() },
            Resilient("collector", logger: logger, service: collector),
            Resilient("sweeper", logger: logger, service: sweeper),
            Resilient("poller", logger: logger, service: poller),
            Resilient("feed", logger: logger, service: feed),
            Resilient("SIRET scan", logger: logger, service: SIRETScan(fleet: fleet)),
            Resilient("receiver", logger: logger, service: receiver),
        ] + reconciler(fleet, sync, pipeline: hubspot.pipeline)
        let services = fleet.services(named: "ingest", vitals: vitals, process, own: own)
        await Program.main(logger: logger, drain: process.drain, services: services)
    }

    /// R29; none for `RECONCILE_AT=never`.
    private func reconciler(_ fleet: Fleet, _ sync: SyncSettings, pipeline: String?) -> [Resilient] {
        guard let time = sync.reconcileAt else { return [] }
        let reconciliation = Reconciliation(
            fleet.workshop(sync, pipeline: pipeline), trades: EveryTrade.list, repairs: true)
        let reconciler = Reconciler(fleet: fleet, reconciliation: reconciliation, startsAt: time)
        return [Resilient("reconciler", logger: fleet.logger, service: reconciler)]
    }
}
