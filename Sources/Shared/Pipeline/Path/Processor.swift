import Domain
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
    private let withdrawal: Withdrawal
    private let live = Underway()
    private let backfill = Underway()

    /// - Parameter concurrency: batches of live changes under way at once (`WORKER_CONCURRENCY`).
    public init(trade: any Trade, consumer: Consumer, workshop: Workshop, concurrency: Int) {
        self.trade = trade
        self.consumer = consumer
        self.workshop = workshop
        self.concurrency = concurrency
        withdrawal = Withdrawal(consumer: consumer, readiness: workshop.readiness)
    }

    /// Messages taken from the broker and not settled yet.
    public var held: Int { consumer.buffered + live.count + backfill.count }

    var isStuck: Bool { live.isStuck() || backfill.isStuck() }

    /// Draining ends the source: what was taken is finished, nothing more is taken. A live change never waits for a batch
    /// of a backfill to end: those have half as many places, beside the others.
    public func run() async throws {
        async let catchingUp: Void = serve(.backfill, backfill, limit: max(1, concurrency / 2))
        async let withdrawing: Void = withdrawal.run()
        await serve(.live, live, limit: concurrency)
        await withdrawing
        await catchingUp
        await consumer.shutdown(within: .seconds(2))
    }

    private func serve(_ lane: Lane, _ underway: Underway, limit: Int) async {
        let batches = Batches(
            lane: lane, consumer: consumer, readiness: workshop.readiness, underway: underway, size: trade.batchSize)
        await Bounded.forEach(batches, limit: limit) { batch in
            let moved = { @Sendable in underway.move(batch.number) }
            await Path(trade: trade, workshop: workshop, consumer: consumer, moved: moved).walk(batch.deliveries)
            underway.end(batch.number)
        }
    }
}
