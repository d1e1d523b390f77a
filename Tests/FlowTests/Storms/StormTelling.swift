import Database
import Domain
import Logging
import Messaging
import Runtime
import TestKit


/// Tells the fleet of records the way the outside does: shuffled, repeated, by accepted changes and by bare messages.
struct StormTelling {
    let fleet: FleetUnderTest

    private static let chunk = 100

    /// Accepts a change of each record, `times` over, in one shuffled order.
    func accept(_ records: [StormRecord], times: Int = 1, random: inout StormRandom) async throws {
        let told = Array(repeating: records, count: times).joined().shuffled(using: &random)
        for start in stride(from: 0, to: told.count, by: Self.chunk) {
            let changes = told[start..<min(start + Self.chunk, told.count)].map {
                Change(kind: $0.kind, hubspotID: ID($0.id))
            }
            // As ingest does it: a ring of waits with a worker's commit is tried again.
            try await fleet.database.transaction { (transaction) async throws(DatabaseError) in
                _ = try await transaction.run(AcceptChanges(changes, lane: .live))
            }
        }
    }

    /// Publishes hints past the outbox, as an operator's script might: what they name may have no row yet.
    /// - Returns: how many the broker confirmed.
    func publish(_ records: [StormRecord], times: Int, random: inout StormRandom) async throws -> Int {
        let told = Array(repeating: records, count: times).joined().shuffled(using: &random)
        let address = try BrokerAddress(parsing: fleet.environment["AMQP_URL"] ?? "")
        let publisher = Publisher(address: address, connectionName: "storm", logger: Logger(label: "tests"))
        async let running: Void = publisher.run()
        let messages = told.enumerated().map { number, record in
            let envelope = Envelope(kind: record.kind, system: .hubspot, id: record.id, version: 1, lane: .live)
            return OutgoingMessage(
                exchange: Topology.changes, routingKey: envelope.routingKey, body: envelope.encoded,
                messageID: "storm-\(number)")
        }
        let outcomes = await publisher.publish(messages, deadline: .seconds(60))
        await publisher.shutdown(within: .seconds(2))
        await running
        return outcomes.count { $0 == .confirmed }
    }
}
