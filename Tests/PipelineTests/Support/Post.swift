import Domain
import Logging
import Testing

@testable import Database
@testable import Messaging
@testable import Runtime

/// A consumer without a broker: messages are put on its shelf, and what it would tell the broker is read off.
final class Post {
    let consumer: Consumer
    private var number: UInt64 = 0

    init(logger: Logger) {
        let nowhere = BrokerAddress(host: "", port: 0, user: "", password: "", virtualHost: "/", usesTLS: false)
        consumer = Consumer(
            address: nowhere, connectionName: "tests", subscriptions: [Subscription(queue: "passerelle.company.live", prefetch: 100)],
            logger: logger)
        consumer.desk.open(epoch: 1)
    }

    /// Puts these bodies on the shelf.
    func put(_ bodies: [[UInt8]]) {
        for body in bodies {
            number += 1
            let incoming = IncomingDelivery(
                consumerTag: "", number: number, redelivered: false, exchange: "", routingKey: "company.live",
                properties: MessageProperties(), body: body)
            consumer.desk.add(Delivery(incoming, queue: "passerelle.company.live", epoch: 1), subscription: 0)
        }
    }

    /// Hands these bodies to the worker as one batch.
    func deliver(_ bodies: [[UInt8]]) async throws -> [Delivery] {
        put(bodies)
        return try await consumer.nextBatch(upTo: 100, linger: .zero)
    }

    func deliver(_ pairs: [PairID]) async throws -> [Delivery] {
        try await deliver(pairs.map { Envelope.naming($0).encoded })
    }

    /// What was told to the broker: numbers of the messages, by what becomes of them.
    func answers() -> [Answer: [UInt64]] {
        var answers: [Answer: [UInt64]] = [:]
        for order in consumer.desk.mailbox.take() {
            switch order {
            case .ack(let tags): answers[.acknowledged, default: []] += tags.map(\.number)
            case .reject(let tags, let requeue): answers[requeue ? .requeued : .deadLettered, default: []] += tags.map(\.number)
            case .pause, .resume, .stop: break
            }
        }
        return answers
    }

    /// Whether the worker takes messages, as it has told the broker since the last time: true, false, …
    func takings() -> [Bool] {
        consumer.desk.mailbox.take().compactMap { order in
            switch order {
            case .pause: false
            case .resume: true
            case .ack, .reject, .stop: nil
            }
        }
    }

    enum Answer { case acknowledged, requeued, deadLettered }
}

extension Envelope {
    static func naming(_ pair: PairID) -> Envelope {
        Envelope(kind: .company, system: .hubspot, id: "4102", pair: pair.rawValue, version: 1, lane: .live)
    }
}
