package import HTTP

/// A queue as the management API tells of it.
package struct ManagedQueue: Sendable, Equatable {
    package var name: String
    package var type: String
    package var unacked: Int
    package var deadLetterExchange: String?
    package var deliveryLimit: Int?
    /// Messages a second that come in and that are settled; nil until the broker has gathered figures.
    package var comingIn: Double?
    package var goingOut: Double?

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
        comingIn = Self.rate(json["message_stats"]?["publish_details"])
        goingOut = Self.rate(json["message_stats"]?["ack_details"])
    }

    private static func rate(_ details: JSON?) -> Double? {
        guard case .number(let number)? = details?["rate"] else { return nil }
        return Double(number.text)
    }
}
