import Messaging
import ServiceLifecycle

/// The batches that a worker takes from the broker, one after the other, until draining ends the source.
struct Batches: AsyncSequence, Sendable {
    let consumer: Consumer
    let breakers: BreakerWatch
    let underway: Underway
    let size: Int

    typealias Element = [Delivery]
    typealias Failure = Never

    func makeAsyncIterator() -> Iterator { Iterator(batches: self) }

    struct Iterator: AsyncIteratorProtocol {
        let batches: Batches

        func next(isolation: isolated (any Actor)?) async -> [Delivery]? { await batches.next() }

        func next() async -> [Delivery]? { await batches.next() }
    }

    /// How long a batch waits for more after its first message: hardly, while nothing else is under way; longer when
    /// calls of other batches stand in line for their permits anyway, since a fuller batch costs no more calls.
    private var linger: Duration { underway.count == 0 ? .milliseconds(50) : .seconds(2) }

    private func next() async -> [Delivery]? {
        let batch = try? await cancelWhenGracefulShutdown {
            try await breakers.closed()
            return try await consumer.nextBatch(upTo: size, linger: linger)
        }
        if let batch { underway.begin(batch.count) }
        return batch
    }
}
