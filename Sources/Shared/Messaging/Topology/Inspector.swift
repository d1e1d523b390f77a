import Dispatch
public import Runtime

/// Short visits to the broker, each on a connection of its own: for the command line and health checks.
public struct Inspector: Sendable {
    private let address: BrokerAddress
    private let name: String
    private let timings: BrokerTimings

    public init(address: BrokerAddress, connectionName: String, timings: BrokerTimings = BrokerTimings()) {
        self.address = address
        self.name = connectionName
        self.timings = timings
    }

    /// What each queue holds; a queue that does not exist is absent from the answer.
    public func inspect(queues: [String]) async throws(BrokerError) -> [String: QueueCounts] {
        try await survey(queues: queues).counts
    }

    /// The broker's version, where it tells, and what each queue holds, in one visit.
    public func survey(
        queues: [String]
    ) async throws(BrokerError) -> (version: BrokerVersion?, counts: [String: QueueCounts]) {
        try await visit { connection throws(BrokerError) in
            var counts: [String: QueueCounts] = [:]
            for queue in queues { counts[queue] = try connection.inspect(queue: queue) }
            return (connection.version, counts)
        }
    }

    /// What one queue holds; nil when it does not exist.
    public func inspect(queue: String) async throws(BrokerError) -> QueueCounts? {
        try await inspect(queues: [queue])[queue]
    }

    /// Declares what is missing.
    public func declare(_ topology: Declarations = Topology.fleet) async throws(BrokerError) {
        try await visit { connection throws(BrokerError) in try connection.declare(topology) }
    }

    /// Connects, asks, closes, on a thread that may block: each step has its deadline.
    private func visit<Answer: Sendable>(
        _ ask: @escaping @Sendable (RabbitConnection) throws(BrokerError) -> Answer
    ) async throws(BrokerError) -> Answer {
        let answer: Result<Answer, BrokerError> = await withCheckedContinuation { continuation in
            DispatchQueue(label: name).async {
                continuation.resume(
                    returning: Result { () throws(BrokerError) in
                        let connection = try RabbitConnection(to: address, name: name, timings: timings)
                        try connection.openChannel()
                        let answer = try ask(connection)
                        connection.close()
                        return answer
                    })
            }
        }
        return try answer.get()
    }
}
