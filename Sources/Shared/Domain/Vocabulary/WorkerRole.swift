/// The four workers; the first word of a routing key (architecture.md, "RabbitMQ").
public enum WorkerRole: String, Sendable, Hashable, CaseIterable, Codable {
    case company, deal, contact, activity

    public var kinds: [Kind] { Kind.allCases.filter { $0.role == self } }
}
