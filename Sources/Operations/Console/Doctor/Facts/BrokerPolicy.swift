/// A policy of the virtual host. What is in force for a queue is told by the policies themselves: of a queue that has
/// just been declared the management API does not know it for some seconds.
struct BrokerPolicy: Sendable, Equatable {
    /// A regular expression over names.
    var pattern: String
    var appliesTo: String
    var priority: Int
    var deadLetterExchange: String?
    var deliveryLimit: Int?

    /// RabbitMQ's words for what a queue of the fleet, a quorum queue, is among.
    private static let ofQuorumQueues: Set<String> = ["all", "queues", "quorum_queues"]

    private func covers(_ queue: String) -> Bool {
        guard Self.ofQuorumQueues.contains(appliesTo), let expression = try? Regex(pattern) else { return false }
        return queue.firstMatch(of: expression) != nil
    }

    /// RabbitMQ applies one policy to a queue: that of the highest priority.
    static func inForce(for queue: String, among policies: [BrokerPolicy]) -> BrokerPolicy? {
        policies.filter { $0.covers(queue) }.max { $0.priority < $1.priority }
    }
}
