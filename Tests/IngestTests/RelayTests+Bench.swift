import Domain
import FoundationEssentials
import Messaging
import Runtime
import TestKit
import Testing

@testable import Ingest

extension RelayTests {
    private static let isBench = ProcessInfo.processInfo.environment["PASSERELLE_BENCH"] == "1"
    private static let count = 5_000

    /// For `bin/bench`: what a hint costs beyond the broker's confirmation, in one run and on one connection.
    @Test(
        "A hint leaves the outbox, claimed and confirmed and dropped, not much slower than plain messages are confirmed",
        .enabled(if: isBench))
    func throughput() async throws {
        let broker = try await TestBroker.make()
        try await TestDatabase.with { test in
            try await accept(test.database, 0..<Self.count)
            try await relaying(test.database, on: broker, Topology.fleet) { relay in
                let plain = try await Self.rate {
                    for batch in 0..<Self.count / 500 { try await Self.publish(500, of: batch, by: relay.publisher) }
                }
                let hints = try await Self.rate { while try await relay.carry() {} }
                let ratio = hints / plain
                print(
                    "bench: relay: \(Int(hints)) hints a second, claimed, confirmed and dropped; \(Int(plain)) plain messages: × \(Self.short(ratio))"
                )
                #expect(ratio > 0.1)
            }
            #expect(try await test.outbox().isEmpty)
        }
        await broker.remove()
    }

    /// Messages a second.
    private static func rate(_ work: () async throws -> Void) async throws -> Double {
        let began = ContinuousClock.now
        try await work()
        return Double(count) / ((ContinuousClock.now - began) / .seconds(1))
    }

    private static func publish(_ count: Int, of batch: Int, by publisher: Publisher) async throws {
        let moment = WallClock.now()
        let messages = (0..<count).map { number in
            let envelope = Envelope(
                kind: .deal, system: .hubspot, id: "\(batch * count + number)", pair: 1, version: 1, lane: .live, trace: nil)
            return OutgoingMessage(
                exchange: Topology.changes, routingKey: envelope.routingKey, body: envelope.encoded,
                headers: [OutgoingMessage.publishedAt: "\(moment.milliseconds)"], messageID: "\(batch)-\(number)")
        }
        let outcomes = await publisher.publish(messages, deadline: .seconds(30))
        #expect(outcomes.allSatisfy { $0 == .confirmed })
    }

    private static func short(_ ratio: Double) -> String { "\((ratio * 100).rounded() / 100)" }
}
