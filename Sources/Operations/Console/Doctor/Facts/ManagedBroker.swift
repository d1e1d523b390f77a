/// The broker as its management API tells of it.
struct ManagedBroker: Sendable {
    struct Queue: Sendable, Equatable {
        var name: String
        var type: String
    }

    var queues: [Queue]
    var policies: [BrokerPolicy]
    /// "memory", "disk", with the node.
    var alarms: [String]
}
