import Testing

@testable import Messaging

@Suite struct ShelfTests {
    static func delivery(_ number: UInt64, epoch: UInt64 = 1) -> Delivery {
        Delivery(
            IncomingDelivery(
                consumerTag: "c", number: number, redelivered: false, exchange: "", routingKey: "",
                properties: MessageProperties(), body: []),
            queue: "q", epoch: epoch)
    }

    func shelf() -> Shelf {
        var shelf = Shelf(subscriptions: 2)
        shelf.open(epoch: 1)
        for number: UInt64 in 1...3 { shelf.add(Self.delivery(number), subscription: 1) }
        return shelf
    }

    @Test("a batch comes from one subscription, the most urgent that has any, in order of arrival")
    func urgency() {
        var shelf = shelf()
        shelf.add(Self.delivery(9), subscription: 0)
        #expect(shelf.hasMoreUrgent(than: 1))
        let first = shelf.take(upTo: 5)
        #expect(first?.subscription == 0 && first?.deliveries.map(\.tag.number) == [9])
        let second = shelf.take(upTo: 2)
        #expect(second?.subscription == 1 && second?.deliveries.map(\.tag.number) == [1, 2])
        #expect(!shelf.hasMoreUrgent(than: 1))
    }

    @Test("a tag is settled once, and only what was taken")
    func settledOnce() {
        var shelf = shelf()
        let tags = shelf.take(upTo: 2)?.deliveries.map(\.tag) ?? []
        #expect(shelf.settle(tags + [DeliveryTag(epoch: 1, number: 3)]) == tags)
        #expect(shelf.settle(tags).isEmpty)
        #expect(shelf.isSettled)
    }

    @Test("a new epoch voids what waits and what was taken")
    func epochs() {
        var shelf = shelf()
        let old = shelf.take(upTo: 1)?.deliveries ?? []
        shelf.open(epoch: 2)
        let nothing = shelf.take(upTo: 1)
        #expect(nothing == nil)
        #expect(shelf.settle(old.map(\.tag)).isEmpty)
        shelf.putBack(old, subscription: 1)
        #expect(shelf.count == 0)
        shelf.add(Self.delivery(1, epoch: 2), subscription: 1)
        #expect(shelf.settle(old.map(\.tag)).isEmpty)
    }

    @Test("what is put back comes first again")
    func putBack() {
        var shelf = shelf()
        let taken = shelf.take(upTo: 2)
        shelf.putBack(taken?.deliveries ?? [], subscription: 1)
        #expect(shelf.isSettled)
        #expect(shelf.take(upTo: 3)?.deliveries.map(\.tag.number) == [1, 2, 3])
    }

    @Test("a closed shelf hands out nothing, and tells what must go back")
    func closed() {
        var shelf = shelf()
        shelf.close()
        #expect(shelf.take(upTo: 1) == nil)
        #expect(shelf.clear().map(\.number) == [1, 2, 3])
        #expect(shelf.count == 0)
    }
}
