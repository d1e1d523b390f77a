/// One reason why a message was dead-lettered, from its `x-death` header.
public struct Death: Sendable, Equatable {
    public var queue: String
    /// `rejected`, `expired`, `maxlen` or `delivery_limit`.
    public var reason: String
    public var count: Int64
    public var exchange: String
    public var routingKeys: [String]

    /// Nil when it is no table that names a queue: headers come from outside.
    init?(_ value: HeaderValue) {
        guard let fields = value.table, let queue = fields["queue"]?.text else { return nil }
        self.queue = queue
        reason = fields["reason"]?.text ?? ""
        count = fields["count"]?.integer ?? 1
        exchange = fields["exchange"]?.text ?? ""
        routingKeys = fields["routing-keys"]?.list?.compactMap(\.text) ?? []
    }
}
