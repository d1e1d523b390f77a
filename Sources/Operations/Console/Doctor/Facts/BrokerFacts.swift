import Messaging

struct BrokerFacts: Sendable {
    var version: BrokerVersion?
    /// Queues that exist.
    var queues: Set<String>
    /// What the management API tells; not asked where `AMQP_MANAGEMENT_URL` is not set.
    var management: Found<ManagedBroker>
}

/// The broker as its management API tells of it.
struct ManagedBroker: Sendable {
    struct Queue: Sendable, Equatable {
        var name: String
        var type: String
        var deadLetterExchange: String?
        var deliveryLimit: Int?
    }

    var queues: [Queue]
    /// "memory", "disk", with the node.
    var alarms: [String]
}
