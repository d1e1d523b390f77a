/// Events that wait for their delivery, and how deliveries have fared.
struct WebhookQueue: Sendable {
    typealias Event = [String: JSON]

    static let eventsPerDelivery = 100

    var settings: WebhookSettings
    private var events: [Event] = []
    private var random: SeededRandom
    var delivered = 0
    var refused = 0
    var givenUp = 0
    /// Deliveries taken and not yet settled.
    var underWay = 0

    init(_ settings: WebhookSettings, seed: UInt64) {
        self.settings = settings
        random = SeededRandom(seed: seed)
    }

    /// Events told while webhooks are off, or have no address, are lost, as they are with HubSpot.
    mutating func add(_ new: [Event]) {
        guard settings.enabled, settings.url != nil else { return }
        for event in new {
            for _ in 0..<settings.duplicates { events.append(event) }
        }
    }

    /// All that waits, as deliveries of at most a hundred events.
    mutating func take() -> [[Event]] {
        var all = events
        events = []
        if settings.shuffle { all.shuffle(using: &random) }
        let deliveries = stride(from: 0, to: all.count, by: Self.eventsPerDelivery).map { start in
            Array(all[start..<min(start + Self.eventsPerDelivery, all.count)])
        }
        underWay += deliveries.count
        return deliveries
    }

    var json: JSON {
        guard case .object(var members) = settings.json else { return .null }
        members["waiting"] = .integer(events.count)
        members["deliveries_under_way"] = .integer(underWay)
        members["events_delivered"] = .integer(delivered)
        members["deliveries_refused"] = .integer(refused)
        members["events_given_up"] = .integer(givenUp)
        return .object(members)
    }
}
