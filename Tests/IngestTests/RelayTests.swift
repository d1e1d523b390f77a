import Database
import Domain
import Logging
import Messaging
import Runtime
import TestKit
import Testing

@testable import Ingest

@Suite("The relay, on a real broker")
struct RelayTests {
    private static let quiet = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

    /// Runs a relay's publisher on a broker where `topology` is declared, and nothing else.
    func relaying(
        _ database: Database, on broker: TestBroker, _ topology: Declarations, _ body: (Relay) async throws -> Void
    ) async throws {
        let publisher = Publisher(
            address: try BrokerAddress(parsing: broker.url), connectionName: "relay tests", topology: topology,
            logger: Self.quiet)
        async let running: Void = publisher.run()
        let result: Result<Void, any Error>
        do { result = .success(try await body(Relay(database: database, publisher: publisher, logger: Self.quiet))) } catch {
            result = .failure(error)
        }
        await publisher.shutdown(within: .seconds(2))
        await running
        try result.get()
    }

    func accept(_ database: Database, _ ids: Range<Int>) async throws {
        let changes = ids.map { Change(kind: .deal, hubspotID: ID("\($0)")) }
        _ = try await database.run(AcceptChanges(changes, lane: .live))
    }

    @Test("Invariant 1: hints that no queue took stay in the outbox, and are carried once there is one")
    func returned() async throws {
        let broker = try await TestBroker.make()
        try await TestDatabase.with { test in
            try await accept(test.database, 0..<20)
            try await relaying(test.database, on: broker, Declarations(exchanges: [Topology.changes])) { relay in
                let more = try await relay.carry()
                let again = try await relay.carry()
                #expect(!more && !again, "what was handed back rests for a moment")
            }
            #expect(try await test.outbox().count == 20)
            try await test.letClaimsRunOut()
            try await relaying(test.database, on: broker, Topology.fleet) { relay in
                _ = try await relay.carry()
            }
            #expect(try await test.outbox().isEmpty)
        }
        await broker.remove()
    }

    @Test("a full batch asks to go on at once, and every hint arrives as a message that names its pair")
    func arrives() async throws {
        let broker = try await TestBroker.make()
        try await TestDatabase.with { test in
            try await accept(test.database, 0..<501)
            try await relaying(test.database, on: broker, Topology.fleet) { relay in
                let more = try await relay.carry()
                let again = try await relay.carry()
                #expect(more && !again)
            }
            #expect(try await test.outbox().isEmpty)
            let consumer = Consumer(
                address: try BrokerAddress(parsing: broker.url), connectionName: "relay tests",
                subscriptions: [Subscription(queue: "passerelle.deal.live", prefetch: 501)], logger: Self.quiet)
            async let running: Void = consumer.run()
            var ids: Set<String> = []
            while ids.count < 501 {
                let batch = try await consumer.nextBatch(upTo: 501, linger: .zero)
                for delivery in batch {
                    let envelope = try Envelope(decoding: delivery.body)
                    ids.insert(envelope.id)
                    #expect(envelope.kind == .deal && envelope.system == .hubspot && envelope.pair != nil && envelope.version == 1)
                }
                consumer.ack(batch.map(\.tag))
            }
            await consumer.shutdown(within: .seconds(2))
            await running
        }
        await broker.remove()
    }

    @Test("Invariant 1: a change that comes while its hint is on its way keeps the row, and is carried too")
    func raisedMeanwhile() async throws {
        let broker = try await TestBroker.make()
        try await TestDatabase.with { test in
            try await accept(test.database, 0..<1)
            // Between the claim and the confirm: the claim is the statement that sets `claimed_until`.
            try await test.database.script(
                """
                CREATE FUNCTION raise() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN UPDATE outbox SET ver = ver + 1, claimed_until = NULL WHERE pair_id = NEW.pair_id; RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER raised AFTER UPDATE ON outbox DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
                    WHEN (OLD.claimed_until IS NULL AND NEW.claimed_until IS NOT NULL) EXECUTE FUNCTION raise()
                """)
            try await relaying(test.database, on: broker, Topology.fleet) { relay in
                _ = try await relay.carry()
                let kept = try await test.outbox()
                #expect(kept == [2])
                try await test.database.script("DROP TRIGGER raised ON outbox")
                _ = try await relay.carry()
            }
            #expect(try await test.outbox().isEmpty)
        }
        await broker.remove()
    }
}
