import ArgumentParser
import Database
import Domain
import Logging
import Messaging
import Observability
import Runtime
import ServiceLifecycle

/// The body of a worker program: reads the settings, checks the schema, and works until it is stopped.
public struct WorkerProgram {
    let trade: any Trade
    var name: String { "\(trade.role.rawValue)-worker" }

    public init(_ trade: any Trade) { self.trade = trade }

    /// Runs until stopped; ends the process.
    ///
    /// - Throws: when the schema is one that this program does not know.
    public func run() async throws -> Never {
        let (process, databaseSettings, broker, hubspot, artis, sync, width) = Settings.readOrExit(
            ProcessSettings.self, DatabaseSettings.self, BrokerSettings.self, HubSpotSettings.self, ArtisSettings.self,
            SyncSettings.self, WorkerSettings.self)
        let logger = Logging.start(program: name, process)
        let fleet = try Fleet(
            program: name, width: width.concurrency, database: databaseSettings, hubspot: hubspot, artis: artis,
            logger: logger)
        await Schema.await(fleet.database, logger: logger)
        let consumer = Consumer(
            address: broker.address, connectionName: fleet.owner, subscriptions: subscriptions, logger: logger)
        let processor = Processor(
            trade: trade, consumer: consumer, workshop: fleet.workshop(sync, pipeline: hubspot.pipeline),
            concurrency: width.concurrency, drain: process.drain)
        await Program.main(logger: logger, drain: process.drain, services: [])
    }

    /// Live before backfill; twice a batch for live, so that the next one is there when this one is done.
    private var subscriptions: [Subscription] {
        [
            Subscription(queue: Topology.queue(worker: trade.role, lane: .live), prefetch: UInt16(2 * trade.batchSize)),
            Subscription(queue: Topology.queue(worker: trade.role, lane: .backfill), prefetch: UInt16(trade.batchSize)),
        ]
    }
}
