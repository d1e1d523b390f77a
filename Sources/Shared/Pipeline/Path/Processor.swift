import Database
import Domain
public import Messaging
public import ServiceLifecycle

/// A worker's main loop: takes batches from the broker, walks each along the path (lease → survey → exchange → settle)
/// and acknowledges after the commit that makes the messages unnecessary.
public struct Processor: Service {
    let trade: any Trade
    let consumer: Consumer
    let workshop: Workshop
    let concurrency: Int

    /// - Parameter concurrency: batches under way at once (`WORKER_CONCURRENCY`).
    public init(trade: any Trade, consumer: Consumer, workshop: Workshop, concurrency: Int) {
        self.trade = trade
        self.consumer = consumer
        self.workshop = workshop
        self.concurrency = concurrency
    }

    /// Messages taken from the broker and not settled yet.
    public var held: Int { consumer.buffered + underway.count }

    private let underway = Underway()

    /// How long a batch waits for more after its first message: hardly, while nothing else is under way; longer when
    /// calls of other batches stand in line for their permits anyway, since a fuller batch costs no more calls.
    private var linger: Duration { underway.count == 0 ? .milliseconds(50) : .milliseconds(500) }

    /// One batch is gathered at a time: several gatherers would share what arrives between them, and each share costs as
    /// many calls to HubSpot as the whole. Draining ends the source: what was taken is finished, nothing more is taken.
    public func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            var started = 0
            while true {
                if started >= concurrency { await group.next() }
                guard let deliveries = await nextBatch() else { break }
                started += 1
                underway.begin(deliveries.count)
                group.addTask {
                    await Path(trade: trade, workshop: workshop, consumer: consumer).walk(deliveries)
                    underway.end(deliveries.count)
                }
            }
        }
        await consumer.shutdown(within: .seconds(2))
    }

    private func nextBatch() async -> [Delivery]? {
        await withoutShutdown {
            try await workshop.breakers.closed()
            return try await consumer.nextBatch(upTo: trade.batchSize, linger: linger)
        }
    }

    /// Runs `wait` until shutdown begins; nil then.
    private func withoutShutdown(_ wait: @Sendable @escaping () async throws -> [Delivery]) async -> [Delivery]? {
        try? await cancelWhenGracefulShutdown { try await wait() }
    }
}
