import Runtime
import Testing

@testable import Messaging

@Suite(.timeLimit(.minutes(2))) struct PublishingTests {
    @Test("what a queue takes is confirmed, what none takes is returned, each in its place")
    func outcomes() async throws {
        let place = Place("a")
        let outcomes = try await withPublisher(TestBroker.shared(), place.topology) { publisher in
            await publisher.publish(
                (1...20).map { place.message($0, to: $0.isMultiple(of: 3) ? "nowhere" : "a") }, deadline: .seconds(10))
        }
        #expect(outcomes.count == 20)
        for (index, outcome) in outcomes.enumerated() {
            if (index + 1).isMultiple(of: 3) {
                #expect(outcome == .returned(code: 312, text: "NO_ROUTE"))
            } else {
                #expect(outcome == .confirmed)
            }
        }
    }

    @Test("nothing to publish is answered at once, and what AMQP cannot carry is refused without harm to neighbours")
    func edges() async throws {
        let place = Place("a")
        try await withPublisher(TestBroker.shared(), place.topology) { publisher in
            #expect(await publisher.publish([], deadline: .seconds(10)) == [])
            var monster = place.message(1, to: "a")
            monster.headers["x"] = String(repeating: "x", count: 200_000)
            let outcomes = await publisher.publish([monster, place.message(2, to: "a")], deadline: .seconds(10))
            #expect(outcomes == [.refused, .confirmed])
        }
    }

    @Test("10,000 messages go out in one stream, and all come in")
    func manyMessages() async throws {
        let place = Place("a")
        let address = try TestBroker.shared()
        let outcomes = try await withPublisher(address, place.topology) { publisher in
            await publisher.publish(place.messages(1...10_000, to: "a"), deadline: .seconds(60))
        }
        #expect(outcomes.filter { $0 == .confirmed }.count == 10_000)
        let ids = try await withConsumer(address, place.topology, [place.subscription("a", prefetch: 500)]) {
            let ids = try await $0.drain(10_000)
            await $0.shutdown(within: .seconds(10))
            return ids
        }
        #expect(ids == (1...10_000).map { "\($0)" })
        let inspector = Inspector(address: address, connectionName: "test-inspector")
        let empty = QueueCounts(ready: 0, consumers: 0)
        try await eventually { try await inspector.inspect(queue: place.queue("a")) == empty }
    }

    @Test("many tasks publish at once, and each hears of its own")
    func concurrent() async throws {
        let place = Place("a")
        try await withPublisher(TestBroker.shared(), place.topology) { publisher in
            await withTaskGroup(of: Bool.self) { group in
                for task in 0..<20 {
                    group.addTask {
                        let key = task.isMultiple(of: 2) ? "a" : "nowhere"
                        let outcomes = await publisher.publish(place.messages(1...50, to: key), deadline: .seconds(30))
                        return outcomes.allSatisfy { ($0 == .confirmed) == task.isMultiple(of: 2) }
                    }
                }
                for await right in group { #expect(right) }
            }
        }
    }

    @Test("a publish to an exchange that is missing costs the channel, not the connection")
    func missingExchange() async throws {
        let place = Place("a")
        try await withPublisher(TestBroker.shared(), place.topology) { publisher in
            var lost = place.message(1, to: "a")
            lost.exchange = "test.missing"
            #expect(await publisher.publish([lost], deadline: .seconds(10)) == [.unknown])
            #expect(await publisher.publish([place.message(2, to: "a")], deadline: .seconds(10)) == [.confirmed])
            #expect(publisher.monitor.reconnects == 0)
            #expect(publisher.monitor.state == .connected(epoch: 2))
        }
    }

    @Test("a channel that keeps falling takes the connection with it, and back-off applies")
    func manyFaults() async throws {
        let place = Place("a")
        try await withPublisher(TestBroker.shared(), place.topology) { publisher in
            var lost = place.message(1, to: "a")
            lost.exchange = "test.missing"
            for _ in 1...4 { #expect(await publisher.publish([lost], deadline: .seconds(10)) == [.unknown]) }
            #expect(await publisher.publish([place.message(2, to: "a")], deadline: .seconds(10)) == [.confirmed])
            #expect(publisher.monitor.reconnects == 1)
        }
    }

    @Test("without a broker the deadline holds, and so does a cancellation")
    func noBroker() async throws {
        let nobody = try BrokerAddress(parsing: "amqp://127.0.0.1:1")
        let place = Place("a")
        try await withPublisher(nobody, .none) { publisher in
            let began = ContinuousClock.now
            let outcomes = await publisher.publish(place.messages(1...3, to: "a"), deadline: .milliseconds(200))
            #expect(outcomes == [.unknown, .unknown, .unknown])
            #expect(began.duration(to: .now) < .seconds(20))
            let task = Task { await publisher.publish(place.messages(1...1, to: "a"), deadline: .seconds(600)) }
            task.cancel()
            #expect(await task.value == [.unknown])
        }
    }

    @Test("a shutdown awaits the confirms of what was handed over")
    func shutdown() async throws {
        let place = Place("a")
        try await withPublisher(TestBroker.shared(), place.topology) { publisher in
            async let outcomes = publisher.publish(place.messages(1...2000, to: "a"), deadline: .seconds(30))
            // Handed over at the latest when the first is confirmed; the second call stands behind it.
            _ = await publisher.publish([place.message(0, to: "a")], deadline: .seconds(30))
            await publisher.shutdown(within: .seconds(30))
            let kinds = await Set(outcomes.map { $0 == .confirmed })
            #expect(kinds == [true])
            #expect(publisher.monitor.state == .closed)
        }
    }
}
