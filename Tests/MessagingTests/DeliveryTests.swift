import Testing

@testable import Messaging

@Suite struct DeliveryTests {
    func delivery(_ headers: [String: HeaderValue]) -> Delivery {
        Delivery(
            IncomingDelivery(
                consumerTag: "c", number: 1, redelivered: false, exchange: "x", routingKey: "k",
                properties: MessageProperties(headers: headers), body: []),
            queue: "q", epoch: 1)
    }

    @Test("deaths and delivery count are read from the broker's headers")
    func deaths() {
        let death: [String: HeaderValue] = [
            "queue": .text("passerelle.deal.live"), "reason": .text("delivery_limit"), "count": .integer(2),
            "exchange": .text("passerelle.changes"), "routing-keys": .list([.text("deal.live"), .integer(1)]),
        ]
        let delivery = delivery(["x-death": .list([.table(death)]), "x-delivery-count": .integer(4), "trace": .text("t")])
        #expect(delivery.deliveryCount == 4)
        #expect(delivery.headers == ["trace": "t"])
        #expect(delivery.deaths.count == 1)
        #expect(delivery.deaths.first?.queue == "passerelle.deal.live")
        #expect(delivery.deaths.first?.reason == "delivery_limit")
        #expect(delivery.deaths.first?.count == 2)
        #expect(delivery.deaths.first?.routingKeys == ["deal.live"])
    }

    @Test("headers of a wrong shape are passed over")
    func wrongShape() {
        let delivery = delivery(["x-death": .text("no"), "x-delivery-count": .text("many"), "n": .integer(1)])
        #expect(delivery.deaths.isEmpty && delivery.deliveryCount == 0 && delivery.headers["n"] == nil)
        #expect(self.delivery(["x-death": .list([.integer(1), .table([:])])]).deaths.isEmpty)
    }

    @Test("header tables survive the way into the library's memory and back, down to a bounded depth")
    func tables() {
        let values: [String: HeaderValue] = [
            "text": .text("é"), "empty": .text(""), "number": .integer(.min), "flag": .flag(true), "none": .list([]),
            "list": .list([.text("a"), .table(["b": .integer(1)])]), "table": .table(["c": .table([:])]),
        ]
        let arena = Arena()
        #expect(HeaderValue.table(arena.table(values)) == values)
        arena.reset()
        var deep = HeaderValue.text("bottom")
        for _ in 0..<20 { deep = .table(["down": deep]) }
        #expect(HeaderValue.table(arena.table(["down": deep])) != ["down": deep])
    }
}
