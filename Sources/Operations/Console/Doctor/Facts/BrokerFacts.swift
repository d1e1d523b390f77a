import Messaging

struct BrokerFacts: Sendable {
    var version: BrokerVersion?
    /// Queues that exist.
    var queues: Set<String>
    /// What the management API tells; not asked where `AMQP_MANAGEMENT_URL` is not set.
    var management: Found<ManagedBroker>
}
