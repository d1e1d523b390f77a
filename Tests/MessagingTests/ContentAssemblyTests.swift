import Testing

@testable import Messaging

@Suite struct ContentAssemblyTests {
    let opening = ContentAssembly.Opening.delivery(
        consumerTag: "c", number: 4, redelivered: true, exchange: "x", routingKey: "k")
    let properties = MessageProperties(messageID: "m")

    func delivery(_ body: [UInt8]) -> Incoming {
        .delivery(
            IncomingDelivery(
                consumerTag: "c", number: 4, redelivered: true, exchange: "x", routingKey: "k", properties: properties,
                body: body))
    }

    @Test("a body comes in any number of pieces, none included")
    func pieces() {
        var assembly = ContentAssembly()
        assembly.open(opening)
        #expect(assembly.header(size: 0, properties) == delivery([]))
        assembly.open(opening)
        #expect(assembly.header(size: 3, properties) == nil)
        #expect(assembly.body([1]) == nil)
        #expect(assembly.body([2, 3]) == delivery([1, 2, 3]))
    }

    @Test("a return comes with its body, which nobody needs")
    func returned() {
        var assembly = ContentAssembly()
        assembly.open(.returned(code: 312, text: "NO_ROUTE"))
        #expect(assembly.header(size: 1, MessageProperties(correlationID: "9")) == nil)
        #expect(assembly.body([0]) == .returned(correlationID: "9", code: 312, text: "NO_ROUTE"))
    }

    @Test("pieces out of order, or more than announced, are dropped, and the next message is whole again")
    func disorder() {
        var assembly = ContentAssembly()
        #expect(assembly.body([1]) == nil)
        #expect(assembly.header(size: 1, properties) == nil)
        #expect(assembly.body([1]) == nil)
        assembly.open(opening)
        #expect(assembly.header(size: 1, properties) == nil)
        #expect(assembly.body([1, 2]) == nil)
        #expect(assembly.body([1]) == nil)
        assembly.open(opening)
        #expect(assembly.header(size: 1, properties) == nil)
        #expect(assembly.body([7]) == delivery([7]))
    }

    @Test("of a giant only the first mebibyte is kept")
    func giant() {
        var assembly = ContentAssembly()
        assembly.open(opening)
        let half = [UInt8](repeating: 65, count: ContentAssembly.mostBytes / 2)
        #expect(assembly.header(size: UInt64(half.count * 3), properties) == nil)
        #expect(assembly.body(half) == nil)
        #expect(assembly.body(half) == nil)
        #expect(assembly.body(half) == delivery(half + half))
    }
}
