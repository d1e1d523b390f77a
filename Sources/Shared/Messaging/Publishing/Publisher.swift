public import Logging
public import Runtime

/// Publishes to RabbitMQ, with the outcome of every message.
///
/// `run()` keeps the connection, and makes it again after every loss. What waits meanwhile is sent once it is back, if
/// its deadline has not passed.
public final class Publisher: Sendable {
    public let monitor = ConnectionMonitor()

    private let loop: ConnectionLoop
    private let topology: Declarations
    private let mailbox = Mailbox<PublishOrder>()
    private let life: LoopLife

    /// - Parameters:
    ///   - connectionName: what an operator sees in the broker's list of connections.
    ///   - topology: declared at every connect.
    public init(
        address: BrokerAddress, connectionName: String, topology: Declarations = Topology.fleet,
        timings: BrokerTimings = BrokerTimings(), logger: Logger
    ) {
        self.topology = topology
        life = LoopLife(name: connectionName)
        loop = ConnectionLoop(
            address: address, name: connectionName, timings: timings, monitor: monitor, wakeUp: mailbox.wakeUp,
            logger: logger)
    }

    /// Serves until `shutdown`, or until the task is cancelled, which is the hard stop.
    public func run() async {
        await withTaskCancellationHandler {
            await life.run { [loop, topology, mailbox] in
                loop.run(PublishingDuty(topology: topology, mailbox: mailbox))
            }
        } onCancel: {
            mailbox.post(.stop(by: .now))
        }
    }

    /// Publishes all messages, one behind the other, then awaits their confirms.
    /// - Returns: one outcome per message, in the same order, no later than the deadline.
    public func publish(_ messages: [OutgoingMessage], deadline: Duration) async -> [PublishOutcome] {
        let request = PublishRequest(messages)
        mailbox.post(.publish(request))
        return await withTaskGroup(of: Void.self) { group in
            group.addTask {
                // A cancelled task gives up at once, as if its deadline had come.
                try? await Task.sleep(for: deadline)
                request.expire()
            }
            let outcomes = await request.outcomes()
            group.cancelAll()
            return outcomes
        }
    }

    /// Awaits the confirms of what was handed over, no longer than `deadline`, then closes the connection.
    public func shutdown(within deadline: Duration) async {
        mailbox.post(.stop(by: .now + deadline))
        await life.ended()
    }
}
