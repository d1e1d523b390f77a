import Testing

@testable import Messaging

@Suite struct OutgoingMessageTests {
    static func message(key: String = "k", headers: [String: String] = [:], id: String = "1") -> OutgoingMessage {
        OutgoingMessage(exchange: "x", routingKey: key, body: [], headers: headers, messageID: id)
    }

    static let tooLong = String(repeating: "é", count: 128)

    @Test(
        "what AMQP cannot carry is known before it is sent",
        arguments: [
            (message(), true), (message(key: tooLong), false), (message(id: tooLong), false),
            (message(headers: [tooLong: "v"]), false), (message(headers: ["k": tooLong]), true),
            (message(headers: ["k": String(repeating: "x", count: 70_000)]), false),
        ])
    func fits(message: OutgoingMessage, fits: Bool) { #expect(message.fitsProtocol == fits) }
}
