public import Messaging
import Runtime
public import ServiceLifecycle

/// A worker's main loop: takes batches from the broker, walks each along the path (lease → survey → exchange → settle)
/// and acknowledges after the commit that makes the messages unnecessary.
public struct Processor: Service {
    private let trade: any Trade
    private let consumer: Consumer
    private let workshop: Workshop
    private let concurrency: Int
    private let underway = Underway()

    /// - Parameter concurrency: batches under way at once (`WORKER_CONCURRENCY`).
    public init(trade: any Trade, consumer: Consumer, workshop: Workshop, concurrency: Int) {
        self.trade = trade
        self.consumer = consumer
        self.workshop = workshop
        self.concurrency = concurrency
    }

    /// Messages taken from the broker and not settled yet.
    public var held: Int { consumer.buffered + underway.count }

    var isStuck: Bool { underway.isStuck() }

    /// Draining ends the source: what was taken is finished, nothing more is taken.
    public func run() async throws {
        let batches = Batches(
            consumer: consumer, breakers: workshop.breakers, underway: underway, size: trade.batchSize)
        await Bounded.forEach(batches, limit: concurrency) { deliveries in
            await Path(trade: trade, workshop: workshop, consumer: consumer, moved: { underway.move() }).walk(deliveries)
            underway.end(deliveries.count)
        }
        await consumer.shutdown(within: .seconds(2))
    }
}
