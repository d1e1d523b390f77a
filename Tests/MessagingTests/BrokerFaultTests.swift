import Testing

@testable import Messaging

@Suite(.serialized, .ownBroker, .timeLimit(.minutes(5))) struct BrokerFaultTests {
    @Test("consumes again after each of three restarts of the broker, and publishes too")
    func restarts() async throws {
        let broker = try OwnBroker.broker()
        let place = Place("a")
        try await withPublisher(broker.address, place.topology) { publisher in
            try await withConsumer(broker.address, place.topology, [place.subscription("a")]) { consumer in
                for round in 0...3 {
                    if round > 0 { try await broker.restart() }
                    var outcome: [PublishOutcome] = []
                    while outcome != [.confirmed] {
                        outcome = await publisher.publish([place.message(round, to: "a")], deadline: .seconds(5))
                    }
                    #expect(try await consumer.drain(1).first == "\(round)")
                }
                #expect(consumer.monitor.reconnects >= 3 && publisher.monitor.reconnects >= 3)
            }
        }
    }

    @Test("connections closed by an operator come back; what was taken comes again, and its old ack is dropped")
    func closedByOperator() async throws {
        let broker = try OwnBroker.broker()
        let place = Place("a")
        try await withPublisher(broker.address, place.topology) { publisher in
            #expect(await publisher.publish(place.messages(1...2, to: "a"), deadline: .seconds(10)) == [.confirmed, .confirmed])
            try await withConsumer(broker.address, place.topology, [place.subscription("a")]) { consumer in
                let taken = try await consumer.nextBatch(upTo: 2, linger: .seconds(600))
                try await broker.control("close_all_connections", "maintenance")
                try await consumer.monitor.next {
                    if case .disconnected(.closed(320, _)) = $0 { true } else { false }
                }
                let again = try await consumer.nextBatch(upTo: 2, linger: .seconds(600))
                #expect(again.map(\.messageID) == ["1", "2"])
                #expect(again.allSatisfy { $0.redelivered && $0.deliveryCount == 1 })
                consumer.ack(taken.map(\.tag))
                #expect(!consumer.desk.isSettled)
                consumer.ack(again.map(\.tag))
                await consumer.shutdown(within: .seconds(10))
            }
            #expect(await publisher.publish([place.message(3, to: "a")], deadline: .seconds(10)) == [.confirmed])
        }
        let inspector = Inspector(address: try broker.address, connectionName: "test-inspector")
        let left = QueueCounts(ready: 1, consumers: 0)
        try await eventually { try await inspector.inspect(queue: place.queue("a")) == left }
    }

    @Test("a queue deleted under its consumer is declared and consumed again")
    func deletedQueue() async throws {
        let broker = try OwnBroker.broker()
        let place = Place("a", "b")
        let subscriptions = [place.subscription("a"), place.subscription("b")]
        try await withPublisher(broker.address, place.topology) { publisher in
            try await withConsumer(broker.address, place.topology, subscriptions) { consumer in
                try await consumer.monitor.nextConnected()
                for _ in 1...2 {
                    try await broker.control("delete_queue", place.queue("a"))
                    try await consumer.monitor.next { $0 == .cancelled(queue: place.queue("a")) }
                    var outcome: [PublishOutcome] = []
                    while outcome != [.confirmed] {
                        outcome = await publisher.publish([place.message(1, to: "a")], deadline: .seconds(5))
                    }
                    #expect(try await consumer.drain(1) == ["1"])
                }
                #expect(consumer.monitor.reconnects == 0)
            }
        }
    }

    @Test("a queue that nobody declares is waited for")
    func undeclaredQueue() async throws {
        let broker = try OwnBroker.broker()
        let place = Place("a")
        try await withConsumer(broker.address, .none, [place.subscription("a")]) { consumer in
            try await consumer.monitor.next {
                if case .disconnected(.channelClosed(404, _)) = $0 { true } else { false }
            }
            let outcome = try await withPublisher(broker.address, place.topology) {
                await $0.publish([place.message(1, to: "a")], deadline: .seconds(10))
            }
            #expect(outcome == [.confirmed])
            #expect(try await consumer.drain(1) == ["1"])
        }
    }

    @Test("a broker short of memory is told, the deadline holds, and publishing goes on afterwards")
    func blocked() async throws {
        let broker = try OwnBroker.broker()
        let place = Place("a")
        try await withPublisher(broker.address, place.topology) { publisher in
            #expect(await publisher.publish([place.message(0, to: "a")], deadline: .seconds(10)) == [.confirmed])
            try await broker.control("set_vm_memory_high_watermark", "0")
            let outcomes = await publisher.publish(place.messages(1...2000, to: "a"), deadline: .seconds(1))
            #expect(outcomes.contains(.unknown))
            try await publisher.monitor.next { if case .blocked = $0 { true } else { false } }
            #expect(publisher.monitor.state == .blocked(reason: "low on memory"))
            try await broker.control("set_vm_memory_high_watermark", "0.4")
            try await publisher.monitor.next { $0 == .unblocked }
            #expect(await publisher.publish([place.message(3, to: "a")], deadline: .seconds(10)) == [.confirmed])
            #expect(publisher.monitor.reconnects == 0)
        }
    }

    @Test("what is rejected, or delivered in vain too often, is found among the dead with its reason")
    func deadLetters() async throws {
        let broker = try OwnBroker.broker()
        let place = Place("work")
        let grave = Place("work")
        try await broker.control(
            "set_policy", place.name, "^\(place.name)\\.work$",
            "{\"dead-letter-exchange\":\"\(grave.name)\",\"delivery-limit\":2}", "--apply-to", "queues")
        let inspector = Inspector(address: try broker.address, connectionName: "test-inspector")
        try await inspector.declare(grave.topology)
        try await withPublisher(broker.address, place.topology) { publisher in
            #expect(await publisher.publish(place.messages(1...2, to: "work"), deadline: .seconds(10)) == [.confirmed, .confirmed])
        }
        try await withConsumer(broker.address, place.topology, [place.subscription("work", prefetch: 1)]) { consumer in
            consumer.reject(try await consumer.nextBatch(upTo: 1, linger: .zero).map(\.tag), requeue: false)
            for _ in 0...2 {
                consumer.reject(try await consumer.nextBatch(upTo: 1, linger: .zero).map(\.tag), requeue: true)
            }
            await consumer.shutdown(within: .seconds(10))
        }
        try await withConsumer(broker.address, .none, [grave.subscription("work")]) { consumer in
            let dead = try await consumer.nextBatch(upTo: 2, linger: .seconds(600))
            #expect(dead.map(\.messageID) == ["1", "2"])
            #expect(dead.map { $0.deaths.first?.reason } == ["rejected", "delivery_limit"])
            #expect(dead.allSatisfy { $0.deaths.first?.queue == place.queue("work") })
            #expect(dead.allSatisfy { $0.deaths.first?.routingKeys == ["work"] && $0.deaths.first?.count == 1 })
        }
    }
}
