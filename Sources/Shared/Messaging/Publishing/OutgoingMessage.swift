/// A message to publish: persistent, mandatory, `application/json`.
public struct OutgoingMessage: Sendable, Equatable {
    public var exchange: String
    public var routingKey: String
    public var body: [UInt8]
    public var headers: [String: String]
    public var messageID: String
    public var type: String?

    /// The header that tells when it was published, in milliseconds since 1970.
    public static let publishedAt = "published-at"

    public init(
        exchange: String, routingKey: String, body: [UInt8], headers: [String: String] = [:], messageID: String,
        type: String? = nil
    ) {
        self.exchange = exchange
        self.routingKey = routingKey
        self.body = body
        self.headers = headers
        self.messageID = messageID
        self.type = type
    }

    /// Whether AMQP can carry it: names are short strings (255 bytes), and headers fit one frame with room to spare.
    /// Sent nevertheless, it would take its neighbours' channel down with it.
    var fitsProtocol: Bool {
        let names = [exchange, routingKey, messageID, type ?? ""] + headers.keys
        let headerBytes = headers.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count + 16 }
        return names.allSatisfy { $0.utf8.count <= 255 } && headers.keys.allSatisfy { $0.utf8.count <= 128 }
            && headerBytes <= 64 << 10
    }
}
