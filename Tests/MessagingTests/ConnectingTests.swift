import Runtime
import Testing

@testable import Messaging

@Suite(.timeLimit(.minutes(2))) struct ConnectingTests {
    func inspector(_ address: BrokerAddress) -> Inspector {
        Inspector(address: address, connectionName: "test-inspector")
    }

    func changed(user: String? = nil, password: String? = nil, virtualHost: String? = nil, tls: Bool = false) throws -> BrokerAddress {
        let address = try TestBroker.shared()
        return BrokerAddress(
            host: address.host, port: address.port, user: user ?? address.user, password: password ?? address.password,
            virtualHost: virtualHost ?? address.virtualHost, usesTLS: tls)
    }

    @Test("a missing queue is an answer, and the next one is still found")
    func missingQueue() async throws {
        let place = Place("a")
        let inspector = inspector(try TestBroker.shared())
        try await inspector.declare(place.topology)
        try await inspector.declare(place.topology)
        let counts = try await inspector.inspect(queues: ["test.missing", place.queue("a"), "test.missing.too"])
        #expect(counts == [place.queue("a"): QueueCounts(ready: 0, consumers: 0)])
    }

    @Test("a wrong password and a missing virtual host are refusals: someone must act")
    func refused() async throws {
        for address in [try changed(password: "wrong"), try changed(virtualHost: "nowhere")] {
            let error = await #expect(throws: BrokerError.self) { try await inspector(address).inspect(queue: "a") }
            guard case .refused = error else {
                Issue.record("not a refusal: \(String(describing: error))")
                continue
            }
        }
    }

    @Test("a closed port, an unknown host and a peer that speaks no TLS are out of reach: try later")
    func unreachable() async throws {
        let closed = BrokerAddress(
            host: "127.0.0.1", port: 1, user: "u", password: "p", virtualHost: "/", usesTLS: false)
        let unknown = BrokerAddress(
            host: "nobody.invalid", port: 5672, user: "u", password: "p", virtualHost: "/", usesTLS: false)
        for address in [closed, unknown, try changed(tls: true)] {
            let error = await #expect(throws: BrokerError.self) { try await inspector(address).inspect(queue: "a") }
            guard case .unreachable = error else {
                Issue.record("not out of reach: \(String(describing: error))")
                continue
            }
        }
    }

    @Test("a queue that exists with other arguments is told apart from an outage")
    func otherArguments() async throws {
        let place = Place("a")
        let inspector = inspector(try TestBroker.shared())
        try await inspector.declare(place.topology)
        // A queue's name bound to an exchange that does not exist.
        let error = await #expect(throws: BrokerError.self) {
            try await inspector.declare(
                Declarations(bindings: [.init(queue: place.queue("a"), exchange: "test.missing", key: "a")]))
        }
        guard case .channelClosed(404, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("an idle connection outlives several heartbeats, on both sides")
    func heartbeats() async throws {
        let place = Place("a")
        var timings = brisk
        timings.heartbeat = .seconds(1)
        try await withPublisher(TestBroker.shared(), place.topology, timings: timings) { publisher in
            #expect(await publisher.publish([place.message(1, to: "a")], deadline: .seconds(10)) == [.confirmed])
            // Three and a half beats of silence: the broker ends a connection after two that are missed.
            try await Task.sleep(for: .milliseconds(3500))
            #expect(await publisher.publish([place.message(2, to: "a")], deadline: .seconds(10)) == [.confirmed])
            #expect(publisher.monitor.reconnects == 0)
        }
    }

    @Test("a shutdown before any run ends at once, and a run after it too")
    func neverRun() async throws {
        let publisher = Publisher(
            address: try TestBroker.shared(), connectionName: "test", topology: .none, logger: TestBroker.quiet)
        await publisher.shutdown(within: .seconds(60))
        await publisher.run()
    }
}
