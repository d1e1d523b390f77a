import Runtime
import Testing

@testable import Messaging

/// Serialized: the certificate that the broker shows is one for all.
@Suite(.serialized, .ownTLSBroker, .timeLimit(.minutes(2))) struct TLSTests {
    static let hosts = ["localhost", "127.0.0.1"]

    func failure(_ address: BrokerAddress) async -> BrokerError? {
        await #expect(throws: BrokerError.self) {
            try await Inspector(address: address, connectionName: "test-inspector").inspect(queue: "a")
        }
    }

    func expectUntrusted(_ address: BrokerAddress) async {
        let failure = await failure(address)
        guard case .untrusted = failure else {
            Issue.record("not a matter of trust: \(String(describing: failure))")
            return
        }
    }

    @Test("what is published over TLS is confirmed, and comes in: by name and by address", arguments: hosts)
    func conversation(host: String) async throws {
        let address = try OwnBroker.broker().tlsAddress(host: host)
        let place = Place("a")
        var messages = place.messages(1...500, to: "a")
        // Longer than a TLS record, than a frame, and than what the kernel takes at once.
        messages[250].body = [UInt8](repeating: 0x20, count: 5_000_000)
        let outcomes = try await withPublisher(address, place.topology) {
            await $0.publish(messages, deadline: .seconds(20))
        }
        #expect(outcomes.filter { $0 == .confirmed }.count == 500)
        let taken = try await withConsumer(address, .none, [place.subscription("a")]) { try await $0.drain(500) }
        #expect(taken == messages.map(\.messageID))
    }

    @Test("a certificate by an unknown authority is not trusted", arguments: hosts)
    func unknownAuthority(host: String) async throws {
        let broker = try OwnBroker.broker()
        for authority in [Certificates.stranger, nil, "missing.pem"] {
            await expectUntrusted(try broker.tlsAddress(host: host, authority: authority))
        }
    }

    @Test(
        "a certificate for another host or of yesterday is not trusted until it is replaced; then all goes on by itself",
        arguments: [Certificates.elsewhere, .expired], hosts)
    func wrongCertificate(certificate: Certificates, host: String) async throws {
        let broker = try OwnBroker.broker()
        let address = try broker.tlsAddress(host: host)
        let place = Place("a")
        try await broker.show(certificate)
        try await withPublisher(address, place.topology) { publisher in
            let first = await publisher.monitor.events.first { _ in true }
            guard case .disconnected(.untrusted) = first else {
                Issue.record("not a matter of trust: \(String(describing: first))")
                return try await broker.show(.right)
            }
            try await broker.show(.right)
            #expect(await publisher.publish([place.message(1, to: "a")], deadline: .seconds(20)) == [.confirmed])
        }
    }

    @Test("connections closed by an operator come back over TLS, and what was taken comes again")
    func closedByOperator() async throws {
        let broker = try OwnBroker.broker()
        let address = try broker.tlsAddress()
        let place = Place("a")
        try await withPublisher(address, place.topology) { publisher in
            #expect(await publisher.publish([place.message(1, to: "a")], deadline: .seconds(20)) == [.confirmed])
            try await withConsumer(address, place.topology, [place.subscription("a")]) { consumer in
                #expect(try await consumer.nextBatch(upTo: 1, linger: .zero).map(\.messageID) == ["1"])
                try await broker.control("close_all_connections", "maintenance")
                for monitor in [publisher.monitor, consumer.monitor] {
                    try await monitor.next { if case .disconnected(.closed(320, _)) = $0 { true } else { false } }
                }
                #expect(await publisher.publish([place.message(2, to: "a")], deadline: .seconds(20)) == [.confirmed])
                #expect(try await consumer.drain(2) == ["1", "2"])
            }
            #expect(publisher.monitor.reconnects == 1)
        }
    }

    @Test("TLS to a plain listener, and plain words to a TLS listener, reach nobody: try later")
    func crossed() async throws {
        let broker = try OwnBroker.broker()
        let (plain, tls) = (try broker.address, try broker.tlsAddress())
        for (port, usesTLS) in [(plain.port, true), (tls.port, false)] {
            let address = BrokerAddress(
                host: tls.host, port: port, user: plain.user, password: plain.password, virtualHost: "/",
                usesTLS: usesTLS, authorities: tls.authorities)
            let failure = await failure(address)
            guard case .unreachable = failure else {
                Issue.record("not out of reach: \(String(describing: failure))")
                continue
            }
        }
    }
}
