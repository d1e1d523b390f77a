import HTTP

/// A queue as the management API tells of it.
struct ManagedQueue: Sendable, Equatable {
    var name: String
    var type: String
    var unacked: Int
    var deadLetterExchange: String?
    var deliveryLimit: Int?

    /// - Returns: nil without a name.
    init?(_ json: JSON) {
        guard let name = json["name"]?.string else { return nil }
        self.name = name
        type = json["type"]?.string ?? ""
        // Absent until the broker has gathered figures of a new queue.
        unacked = json["messages_unacknowledged"]?.int ?? 0
        let policy = json["effective_policy_definition"]
        deadLetterExchange = policy?["dead-letter-exchange"]?.string
        deliveryLimit = policy?["delivery-limit"]?.int
    }
}
