/// One thing that the broker said on its own account, copied out of the library's memory.
enum Incoming: Sendable, Equatable {
    case delivery(IncomingDelivery)
    case returned(correlationID: String?, code: Int, text: String)
    case acked(tag: UInt64, multiple: Bool)
    case nacked(tag: UInt64, multiple: Bool)
    case cancelled(consumerTag: String)
    case channelClosed(code: Int, text: String)
    case connectionClosed(BrokerError)
    case blocked(reason: String)
    case unblocked
}

/// A delivery as it came, not yet known to belong to a subscription.
struct IncomingDelivery: Sendable, Equatable {
    var consumerTag: String
    var number: UInt64
    var redelivered: Bool
    var exchange: String
    var routingKey: String
    var properties: MessageProperties
    var body: [UInt8]
}
