package import HTTP

/// A queue as the management API tells of it.
package struct ManagedQueue: Sendable, Equatable {
    package var name: String
    package var type: String
    package var unacked: Int
    package var deadLetterExchange: String?
    package var deliveryLimit: Int?

    /// - Returns: nil without a name.
    package init?(_ json: JSON) {
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
