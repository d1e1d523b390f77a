import Runtime
import Foundation
import Messaging

/// Back-off short enough for tests.
let brisk = BrokerTimings(reconnect: ReconnectPolicy(base: .milliseconds(50), maximum: .milliseconds(500)))

/// A publisher that runs while `body` does.
func withPublisher<Answer>(
    _ address: BrokerAddress, _ topology: Declarations, timings: BrokerTimings = brisk,
    _ body: (Publisher) async throws -> Answer
) async throws -> Answer {
    let publisher = Publisher(
        address: address, connectionName: "test-publisher", topology: topology, timings: timings,
        logger: TestBroker.quiet)
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await publisher.run() }
        let answer = try await body(publisher)
        await publisher.shutdown(within: .seconds(5))
        return answer
    }
}

/// A consumer that runs while `body` does. What `body` took and did not settle goes back at once.
func withConsumer<Answer>(
    _ address: BrokerAddress, _ topology: Declarations, _ subscriptions: [Subscription],
    timings: BrokerTimings = brisk, _ body: (Consumer) async throws -> Answer
) async throws -> Answer {
    let consumer = Consumer(
        address: address, connectionName: "test-consumer", subscriptions: subscriptions, topology: topology,
        timings: timings, logger: TestBroker.quiet)
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await consumer.run() }
        let answer = try await body(consumer)
        await consumer.shutdown(within: .zero)
        return answer
    }
}

extension ConnectionMonitor {
    /// Waits for an event.
    func next(_ wanted: (ConnectionEvent) -> Bool) async throws {
        for await event in events where wanted(event) { return }
        throw CancellationError()
    }

    func nextConnected() async throws {
        try await next { if case .connected = $0 { true } else { false } }
    }

    func nextDisconnected() async throws {
        try await next { if case .disconnected = $0 { true } else { false } }
    }
}

extension Consumer {
    /// Takes and acks until `count` deliveries were seen; their message ids, in order.
    func drain(_ count: Int) async throws -> [String] {
        var ids: [String] = []
        while ids.count < count {
            let batch = try await nextBatch(upTo: 100, linger: .zero)
            ids += batch.map { $0.messageID ?? "" }
            ack(batch.map(\.tag))
        }
        return ids
    }
}

/// Asks the broker until it agrees: its counts follow what happened by some milliseconds.
func eventually(_ question: () async throws -> Bool) async throws {
    while try await !question() { try await Task.sleep(for: .milliseconds(20)) }
}
