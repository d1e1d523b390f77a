import Database
import Domain
import Logging
import Messaging
import Observability
public import Runtime

/// The body of a worker program: reads the settings and works until it is stopped.
public struct WorkerProgram {
    private let trade: any Trade
    private let others: @Sendable (Workshop) -> [Resilient]

    /// - Parameter others: what this worker does beside its batches.
    public init(_ trade: any Trade, others: @escaping @Sendable (Workshop) -> [Resilient] = { _ in [] }) {
        self.trade = trade
        self.others = others
    }

    private var name: String { "\(trade.role.rawValue)-worker" }

    /// Runs until stopped, and ends the process: 0 after a drain, 78 when settings are missing or wrong.
    public func run() async throws {
        let (process, databaseSettings, broker, hubspot, artis, sync, width) = Settings.readOrExit(
            ProcessSettings.self, DatabaseSettings.self, BrokerSettings.self, HubSpotSettings.self, ArtisSettings.self,
            SyncSettings.self, WorkerSettings.self)
        let logger = Log.start(program: name, settings: process)
        let fleet = try Fleet(
            program: name, width: width.concurrency, database: databaseSettings, hubspot: hubspot, artis: artis,
            logger: logger)
        let consumer = Consumer(
            address: broker.address, connectionName: fleet.owner, subscriptions: subscriptions, logger: logger)
        let workshop = fleet.workshop(
            sync, pipeline: hubspot.pipeline, metrics: WorkMetrics(fleet.metrics, roles: [trade.role]))
        let processor = Processor(
            trade: trade, consumer: consumer, workshop: workshop, concurrency: width.concurrency)
        // Stopped in reverse: the processor drains while all that it works with is still there.
        let vitals = Vitals(program: name, brokers: ["consumer": consumer.monitor], metrics: fleet.metrics)
        vitals.health.add("batches", for: .alive) { processor.isStuck ? .unwell("have not moved for long") : .well }
        let services = fleet.services(
            named: name, vitals: vitals, process, held: { processor.held },
            own: others(workshop) + [
                Resilient("consumer", logger: logger) { await consumer.run(); await Pause.untilStop() },
                Resilient("processor", logger: logger, service: processor),
            ])
        await Program.main(logger: logger, drain: process.drain, services: services)
    }

    /// In the order of `Lane.place`; twice a batch for live, so that the next one is there when this one is done.
    private var subscriptions: [Subscription] {
        [
            Subscription(queue: Topology.queue(worker: trade.role, lane: .live), prefetch: UInt16(2 * trade.batchSize)),
            Subscription(queue: Topology.queue(worker: trade.role, lane: .backfill), prefetch: UInt16(trade.batchSize)),
        ]
    }

    /// What `--help` says of the settings of any long-running program.
    public static let settingsHelp = """
        Settings come from the environment: DATABASE_URL, AMQP_URL, HUBSPOT_ACCESS_TOKEN, ARTIS_BASE_URL and \
        ARTIS_API_KEY are needed (each secret also as NAME_FILE, a path to read it from). Wrong or missing ones are all \
        told at once, with what is allowed. Bring the schema up to date with `passerelle migrate` first. SIGTERM drains \
        within DRAIN_SECONDS; a second one ends the process at once.
        """
}
