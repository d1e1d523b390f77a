/// Puts together what comes in pieces: a method that carries content, its header, its body frames.
///
/// Pieces out of order are dropped: they come from outside, and the next method starts afresh.
struct ContentAssembly {
    /// The methods that carry content towards a client.
    enum Opening: Equatable {
        case delivery(consumerTag: String, number: UInt64, redelivered: Bool, exchange: String, routingKey: String)
        case returned(code: Int, text: String)
    }

    /// Bytes kept of one body. Messages are hints of some hundred bytes; what is cut here is no JSON any more, and
    /// ends as a dead letter whose whole body the broker still holds.
    static let mostBytes = 1 << 20

    private enum Stage {
        case idle
        case opened(Opening)
        case filling(Opening, MessageProperties, missing: UInt64, body: [UInt8])
    }

    private var stage = Stage.idle

    mutating func open(_ opening: Opening) { stage = .opened(opening) }

    mutating func header(size: UInt64, _ properties: MessageProperties) -> Incoming? {
        guard case .opened(let opening) = stage else {
            stage = .idle
            return nil
        }
        stage = .filling(opening, properties, missing: size, body: [])
        return completed()
    }

    mutating func body(_ bytes: [UInt8]) -> Incoming? {
        guard case .filling(let opening, let properties, let missing, var body) = stage else { return nil }
        stage = .idle
        let count = UInt64(bytes.count)
        guard count <= missing else { return nil }
        body += bytes.prefix(Self.mostBytes - body.count)
        stage = .filling(opening, properties, missing: missing - count, body: body)
        return completed()
    }

    private mutating func completed() -> Incoming? {
        guard case .filling(let opening, let properties, 0, let body) = stage else { return nil }
        stage = .idle
        switch opening {
        case .delivery(let consumerTag, let number, let redelivered, let exchange, let routingKey):
            return .delivery(
                IncomingDelivery(
                    consumerTag: consumerTag, number: number, redelivered: redelivered, exchange: exchange,
                    routingKey: routingKey, properties: properties, body: body))
        case .returned(let code, let text):
            return .returned(correlationID: properties.correlationID, code: code, text: text)
        }
    }
}
