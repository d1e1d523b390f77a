/// The properties of a message that Passerelle looks at.
struct MessageProperties: Sendable, Equatable {
    var headers: [String: HeaderValue] = [:]
    var messageID: String?
    var correlationID: String?
    var type: String?
}
