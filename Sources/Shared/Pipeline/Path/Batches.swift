import Domain
import Messaging
import ServiceLifecycle

/// The batches of one lane that a worker takes from the broker, one after the other, until draining ends the source.
struct Batches: AsyncSequence, Sendable {
    let lane: Lane
    let consumer: Consumer
    let readiness: Readiness
    let underway: Underway
    let size: Int

    struct Element: Sendable {
        /// What ``Underway`` knows it by.
        let number: Int
        let deliveries: [Delivery]
    }

    typealias Failure = Never

    func makeAsyncIterator() -> Iterator { Iterator(batches: self) }

    struct Iterator: AsyncIteratorProtocol {
        let batches: Batches

        func next(isolation: isolated (any Actor)?) async -> Element? { await batches.next() }

        func next() async -> Element? { await batches.next() }
    }

    /// How long a batch waits for more after its first message: hardly, while nothing else of its lane is under way; longer
    /// when calls of other batches stand in line before it anyway, since a fuller batch costs no more calls.
    private var linger: Duration { underway.count == 0 ? .milliseconds(50) : .seconds(2) }

    private func next() async -> Element? {
        let batch = try? await cancelWhenGracefulShutdown {
            try await readiness.wait()
            return try await consumer.nextBatch(upTo: size, of: lane.place, linger: linger)
        }
        return batch.map { Element(number: underway.begin($0.count), deliveries: $0) }
    }
}

extension Lane {
    /// Its place among a worker's subscriptions.
    var place: Int {
        switch self {
        case .live: 0
        case .backfill: 1
        }
    }
}
