/// A message as it was delivered, with all that may be needed to judge it.
public struct Delivery: Sendable, Equatable {
    public var tag: DeliveryTag
    public var queue: String
    public var exchange: String
    public var routingKey: String
    public var redelivered: Bool
    public var body: [UInt8]
    /// Those headers whose value is text.
    public var headers: [String: String]
    /// Newest first, as the broker lists them; empty but for dead letters.
    public var deaths: [Death]
    /// How often a quorum queue has delivered it before in vain.
    public var deliveryCount: Int64
    public var messageID: String?
    public var type: String?

    init(_ incoming: IncomingDelivery, queue: String, epoch: UInt64) {
        let headers = incoming.properties.headers
        tag = DeliveryTag(epoch: epoch, number: incoming.number)
        self.queue = queue
        exchange = incoming.exchange
        routingKey = incoming.routingKey
        redelivered = incoming.redelivered
        body = incoming.body
        self.headers = headers.compactMapValues(\.text)
        deaths = headers["x-death"]?.list?.compactMap { Death($0) } ?? []
        deliveryCount = headers["x-delivery-count"]?.integer ?? 0
        messageID = incoming.properties.messageID
        type = incoming.properties.type
    }
}
