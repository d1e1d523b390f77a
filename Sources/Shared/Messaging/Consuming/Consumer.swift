public import Logging
public import Runtime
import Synchronization

/// Consumes queues of RabbitMQ, in an order of priority, and keeps consuming after whatever happened to the broker.
///
/// `run()` keeps the connection. Any number of tasks take batches; each delivery goes to one of them.
public final class Consumer: Sendable {
    public let monitor = ConnectionMonitor()

    let desk: ConsumerDesk
    private let loop: ConnectionLoop
    private let topology: Declarations
    private let life: LoopLife

    /// - Parameters:
    ///   - connectionName: what an operator sees in the broker's list of connections.
    ///   - subscriptions: the most urgent first.
    ///   - topology: declared at every connect, and when the broker cancelled a consumer.
    public init(
        address: BrokerAddress, connectionName: String, subscriptions: [Subscription],
        topology: Declarations = Topology.fleet, timings: BrokerTimings = BrokerTimings(), logger: Logger
    ) {
        desk = ConsumerDesk(subscriptions: subscriptions)
        self.topology = topology
        life = LoopLife(name: connectionName)
        loop = ConnectionLoop(
            address: address, name: connectionName, timings: timings, monitor: monitor, wakeUp: desk.mailbox.wakeUp,
            logger: logger)
    }

    /// Deliveries that wait here to be taken.
    public var buffered: Int { desk.buffered }

    /// Serves until `shutdown`, or until the task is cancelled, which is the hard stop.
    public func run() async {
        await withTaskCancellationHandler {
            await life.run { [loop, topology, desk, monitor] in
                loop.run(ConsumingDuty(topology: topology, desk: desk, monitor: monitor))
            }
        } onCancel: {
            stop(by: .now)
        }
    }

    /// Waits for a delivery, then lingers for more of the same subscription, the most urgent that has any. Lingering
    /// ends early when the batch is full, or something more urgent comes. How long it lingers is asked when the first
    /// delivery is there.
    /// - Parameter only: the place of the one subscription that is meant, whatever is more urgent.
    /// - Throws: when the task is cancelled, and after `shutdown`.
    public func nextBatch(
        upTo count: Int, of only: Int? = nil, linger: @autoclosure () -> Duration
    ) async throws(CancellationError) -> [Delivery] {
        precondition(count > 0, "a batch holds one delivery at least")
        while true {
            let heard = desk.bell.rings
            if Task.isCancelled || desk.isClosed { throw CancellationError() }
            guard let (subscription, first) = desk.take(upTo: count, of: only) else {
                await desk.bell.wait(beyond: heard)
                continue
            }
            let batch = try await desk.fill(
                first, subscription, upTo: count, until: .now + linger(), yields: only == nil)
            if !batch.isEmpty { return batch }
        }
    }

    /// Tells the broker that these are done with. Sent by the loop, soon; void tags are dropped.
    public func ack(_ tags: [DeliveryTag]) { desk.settle(tags) { .ack($0) } }

    /// Hands deliveries back to their queue, or, without `requeue`, to the dead letters.
    public func reject(_ tags: [DeliveryTag], requeue: Bool) {
        desk.settle(tags) { .reject($0, requeue: requeue) }
    }

    /// Stops taking: consumers are cancelled, and what nobody took goes back to its queue. A quorum queue counts that
    /// as a delivery.
    public func pause() { desk.mailbox.post(.pause) }

    public func resume() { desk.mailbox.post(.resume) }

    /// Takes nothing more, hands back what nobody took, waits for the acks of what was taken, no longer than
    /// `deadline`, and closes. `nextBatch` throws from here on.
    public func shutdown(within deadline: Duration) async {
        stop(by: .now + deadline)
        await life.ended()
    }

    private func stop(by moment: ContinuousClock.Instant) {
        desk.close()
        desk.mailbox.post(.stop(by: moment))
    }
}
