import Runtime
import Testing

@testable import Messaging

@Suite(.timeLimit(.minutes(2))) struct ConsumingTests {
    /// Publishes before anybody consumes.
    func filled(_ place: Place, _ messages: [OutgoingMessage]) async throws -> BrokerAddress {
        let address = try TestBroker.shared()
        let outcomes = try await withPublisher(address, place.topology) { publisher in
            await publisher.publish(messages, deadline: .seconds(10))
        }
        #expect(outcomes.allSatisfy { $0 == .confirmed })
        return address
    }

    func ready(_ place: Place, _ key: String) async throws -> Int? {
        let inspector = Inspector(address: try TestBroker.shared(), connectionName: "test-inspector")
        return try await inspector.inspect(queue: place.queue(key))?.ready
    }

    @Test("a delivery carries what was published")
    func delivery() async throws {
        let place = Place("a")
        let address = try await filled(place, [place.message(7, to: "a")])
        try await withConsumer(address, place.topology, [place.subscription("a")]) { consumer in
            let batch = try await consumer.nextBatch(upTo: 10, linger: .zero)
            let delivery = try #require(batch.first)
            #expect(delivery.queue == place.queue("a"))
            #expect(delivery.exchange == place.name && delivery.routingKey == "a")
            #expect(delivery.body == Array("{\"id\":7}".utf8))
            #expect(delivery.headers == ["n": "7"])
            #expect(delivery.messageID == "7" && delivery.type == "test")
            #expect(!delivery.redelivered && delivery.deliveryCount == 0 && delivery.deaths.isEmpty)
        }
    }

    @Test("no more than the prefetch comes before something is acked")
    func prefetch() async throws {
        let place = Place("a")
        let address = try await filled(place, place.messages(1...10, to: "a"))
        try await withConsumer(address, place.topology, [place.subscription("a", prefetch: 3)]) { consumer in
            let batch = try await consumer.nextBatch(upTo: 10, linger: .milliseconds(500))
            #expect(batch.map(\.messageID) == ["1", "2", "3"])
            consumer.ack([batch[1].tag])
            #expect(try await consumer.nextBatch(upTo: 10, linger: .zero).map(\.messageID) == ["4"])
            try await eventually { try await ready(place, "a") == 6 }
        }
    }

    @Test("live comes before backfill, and a batch holds one of them only")
    func priority() async throws {
        let place = Place("live", "backfill")
        let address = try await filled(
            place, place.messages(1...3, to: "backfill") + place.messages(11...13, to: "live"))
        let subscriptions = [place.subscription("live"), place.subscription("backfill")]
        try await withConsumer(address, place.topology, subscriptions) { consumer in
            try await eventually { consumer.buffered == 6 }
            #expect(try await consumer.nextBatch(upTo: 2, linger: .zero).map(\.messageID) == ["11", "12"])
            #expect(try await consumer.nextBatch(upTo: 9, linger: .zero).map(\.messageID) == ["13"])
            #expect(try await consumer.nextBatch(upTo: 9, linger: .zero).map(\.messageID) == ["1", "2", "3"])
        }
    }

    @Test("something more urgent ends the lingering")
    func urgentEndsLinger() async throws {
        let place = Place("live", "backfill")
        let address = try await filled(place, [place.message(1, to: "backfill")])
        let subscriptions = [place.subscription("live"), place.subscription("backfill")]
        try await withConsumer(address, place.topology, subscriptions) { consumer in
            try await eventually { consumer.buffered == 1 }
            async let lingering = consumer.nextBatch(upTo: 2, linger: .seconds(600))
            try await eventually { consumer.buffered == 0 }
            _ = try await filled(place, [place.message(2, to: "live")])
            #expect(try await lingering.map(\.messageID) == ["1"])
            #expect(try await consumer.nextBatch(upTo: 2, linger: .zero).map(\.messageID) == ["2"])
        }
    }

    @Test("a batch that lingers is filled by what comes meanwhile")
    func linger() async throws {
        let place = Place("a")
        let address = try await filled(place, [place.message(1, to: "a")])
        try await withConsumer(address, place.topology, [place.subscription("a")]) { consumer in
            async let batch = consumer.nextBatch(upTo: 3, linger: .seconds(600))
            _ = try await filled(place, place.messages(2...3, to: "a"))
            #expect(try await batch.map(\.messageID) == ["1", "2", "3"])
        }
    }

    @Test("several takers share the deliveries: each goes to one")
    func takers() async throws {
        let place = Place("a")
        let address = try await filled(place, place.messages(1...300, to: "a"))
        try await withConsumer(address, place.topology, [place.subscription("a", prefetch: 50)]) { consumer in
            let (seen, feed) = AsyncStream.makeStream(of: String.self)
            var ids: [String] = []
            await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        while true {
                            let batch = try await consumer.nextBatch(upTo: 7, linger: .milliseconds(1))
                            for delivery in batch { feed.yield(delivery.messageID ?? "") }
                            consumer.ack(batch.map(\.tag))
                        }
                    }
                }
                for await id in seen {
                    ids.append(id)
                    if ids.count == 300 { break }
                }
                group.cancelAll()
            }
            #expect(Set(ids).count == 300 && ids.count == 300)
        }
    }

    @Test("a cancelled taker leaves its deliveries to others")
    func cancelledTaker() async throws {
        let place = Place("a")
        let address = try await filled(place, [place.message(1, to: "a")])
        try await withConsumer(address, place.topology, [place.subscription("a")]) { consumer in
            try await eventually { consumer.buffered == 1 }
            let taker = Task { try await consumer.nextBatch(upTo: 5, linger: .seconds(600)) }
            try await eventually { consumer.buffered == 0 }
            taker.cancel()
            await #expect(throws: CancellationError.self) { try await taker.value }
            #expect(try await consumer.nextBatch(upTo: 5, linger: .zero).map(\.messageID) == ["1"])
        }
    }

    @Test("rejected with requeue it comes again, and is counted")
    func requeued() async throws {
        let place = Place("a")
        let address = try await filled(place, [place.message(1, to: "a")])
        try await withConsumer(address, place.topology, [place.subscription("a")]) { consumer in
            let first = try await consumer.nextBatch(upTo: 1, linger: .zero)
            consumer.reject(first.map(\.tag), requeue: true)
            let second = try await consumer.nextBatch(upTo: 1, linger: .zero)
            #expect(second.first?.redelivered == true && second.first?.deliveryCount == 1)
            consumer.reject(second.map(\.tag), requeue: false)
            await consumer.shutdown(within: .seconds(5))
        }
        #expect(try await ready(place, "a") == 0)
    }

    @Test("a pause hands back what nobody took, and a resume takes again")
    func pause() async throws {
        let place = Place("a")
        let address = try await filled(place, place.messages(1...5, to: "a"))
        try await withConsumer(address, place.topology, [place.subscription("a")]) { consumer in
            try await eventually { consumer.buffered == 5 }
            let taken = try await consumer.nextBatch(upTo: 2, linger: .zero)
            consumer.pause()
            try await eventually { try await ready(place, "a") == 3 }
            #expect(consumer.buffered == 0)
            consumer.ack(taken.map(\.tag))
            consumer.resume()
            #expect(Set(try await consumer.drain(3)) == ["3", "4", "5"])
        }
    }

    @Test("a shutdown waits for the acks of what was taken, and hands back the rest")
    func shutdown() async throws {
        let place = Place("a")
        let address = try await filled(place, place.messages(1...5, to: "a"))
        try await withConsumer(address, place.topology, [place.subscription("a")]) { consumer in
            try await eventually { consumer.buffered == 5 }
            let taken = try await consumer.nextBatch(upTo: 2, linger: .zero)
            async let ended: Void = consumer.shutdown(within: .seconds(60))
            try await eventually { try await ready(place, "a") == 3 }
            await #expect(throws: CancellationError.self) { try await consumer.nextBatch(upTo: 1, linger: .zero) }
            consumer.ack(taken.map(\.tag))
            await ended
        }
        #expect(try await ready(place, "a") == 3)
    }

    @Test("acked twice is acked once; a tag that the broker does not know costs the channel, not the connection")
    func unknownTag() async throws {
        let place = Place("a")
        let address = try await filled(place, place.messages(1...2, to: "a"))
        try await withConsumer(address, place.topology, [place.subscription("a", prefetch: 1)]) { consumer in
            let first = try await consumer.nextBatch(upTo: 1, linger: .zero).map(\.tag)
            consumer.ack(first)
            consumer.ack(first)
            let second = try await consumer.nextBatch(upTo: 1, linger: .zero)
            #expect(second.map(\.messageID) == ["2"])
            // Past the guard that has just been shown.
            consumer.desk.mailbox.post(.ack([DeliveryTag(epoch: 1, number: 99)]))
            let again = try await consumer.nextBatch(upTo: 1, linger: .zero)
            #expect(again.map(\.messageID) == ["2"] && again.first?.redelivered == true)
            // The tag of the old channel bears the number of another delivery by now: it must not ack that one.
            consumer.ack(second.map(\.tag))
            #expect(consumer.monitor.state == .connected(epoch: 2) && consumer.monitor.reconnects == 0)
        }
        try await eventually { try await ready(place, "a") == 1 }
    }
}
