import Logging
import Messaging
import Runtime
import TestKit
import Testing

/// The broker's side of an office.
extension Office {
    private var address: BrokerAddress {
        get throws { try BrokerAddress(parsing: fleet.environment["AMQP_URL"] ?? "") }
    }

    func consumers(of queue: String) async throws -> Int {
        try await Inspector(address: try address, connectionName: "judge").inspect(queue: queue)?.consumers ?? 0
    }

    /// Publishes straight to the fleet's exchange, past the outbox.
    func publish(_ bodies: [(key: String, body: [UInt8])], at location: SourceLocation = #_sourceLocation) async throws {
        let publisher = Publisher(address: try address, connectionName: "stranger", logger: Logger(label: "tests"))
        async let running: Void = publisher.run()
        let messages = bodies.map { key, body in
            OutgoingMessage(exchange: Topology.changes, routingKey: key, body: body, messageID: "stranger")
        }
        let outcomes = await publisher.publish(messages, deadline: .seconds(10))
        #expect(outcomes.allSatisfy { $0 == .confirmed }, sourceLocation: location)
        await publisher.shutdown(within: .seconds(5))
        await running
    }
}
