import Database
import Domain
import Testing

@testable import Ingest
@testable import Messaging

@Suite("What is kept of a dead letter")
struct DeadLetterTests {
    private func letter(_ body: String, death: String? = "delivery_limit") throws -> StoreDeadLetter {
        var headers: [String: HeaderValue] = [:]
        if let death {
            headers["x-death"] = .list([.table([
                "queue": .text("passerelle.deal.live"), "reason": .text(death), "count": .integer(20),
            ])])
        }
        let incoming = IncomingDelivery(
            consumerTag: "", number: 1, redelivered: false, exchange: "passerelle.dead", routingKey: "deal.live",
            properties: MessageProperties(headers: headers), body: Array(body.utf8))
        return StoreDeadLetter(Delivery(incoming, queue: "passerelle.deal.dead", epoch: 1))
    }

    private static let good = #"{"id":"4102","kind":"deal","lane":"live","pair":1,"system":"hubspot","v":1,"version":7}"#

    @Test("a message that killed its workers names its record, and the broker's word is the reason")
    func poison() throws {
        let stored = try letter(Self.good)
        #expect(stored.reason == "delivery_limit")
        #expect(stored.queue == "passerelle.deal.live")
        #expect(stored.deaths == 20)
        #expect(stored.kind == .deal && stored.system == .hubspot && stored.externalID == "4102")
        #expect(stored.payload == Array(Self.good.utf8))
    }

    @Test("a message that cannot be read is kept with its bytes, and its first fault is the reason", arguments: [
        ("rubbish", "the message is not a JSON object"),
        (#"{"v":2}"#, "the message has format 2; this program knows 1 only"),
        (#"{"v":1,"kind":"deal"}"#, nil),
        (#"{"id":"1","kind":"ticket","lane":"live","system":"hubspot","v":1,"version":7}"#, #"the message is of an unknown kind: "ticket""#),
    ])
    func unreadable(body: String, reason: String?) throws {
        let stored = try letter(body, death: "rejected")
        if let reason { #expect(stored.reason == reason) } else { #expect(stored.reason.contains("lacks the field")) }
        #expect(stored.kind == nil && stored.externalID == nil)
        #expect(stored.payload == Array(body.utf8))
    }

    @Test("a letter without a history is kept under the queue it lay in")
    func noHistory() throws {
        let stored = try letter(Self.good, death: nil)
        #expect(stored.queue == "passerelle.deal.dead")
        #expect(stored.reason == "unknown")
        #expect(stored.deaths == 1)
    }
}
