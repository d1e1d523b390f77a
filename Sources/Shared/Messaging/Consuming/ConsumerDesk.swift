import Synchronization

/// What the loop of a consumer and the tasks that take batches share.
final class ConsumerDesk: Sendable {
    let subscriptions: [Subscription]
    let mailbox = Mailbox<ConsumeOrder>()
    /// Rings when something was put on the shelf, or the shelf was closed.
    let bell = Bell()
    private let shelf: Mutex<Shelf>

    init(subscriptions: [Subscription]) {
        self.subscriptions = subscriptions
        shelf = Mutex(Shelf(subscriptions: subscriptions.count))
    }

    var isClosed: Bool { shelf.withLock { $0.isClosed } }
    var isSettled: Bool { shelf.withLock { $0.isSettled } }

    var buffered: Int { shelf.withLock { $0.count } }

    /// - Parameter only: of this subscription; else of the most urgent that has any.
    func take(upTo count: Int, of only: Int?) -> (subscription: Int, deliveries: [Delivery])? {
        shelf.withLock { shelf in
            guard let only else { return shelf.take(upTo: count) }
            let deliveries = shelf.take(upTo: count, from: only)
            return deliveries.isEmpty ? nil : (only, deliveries)
        }
    }

    /// Lingers for more of the same subscription. What became void meanwhile is left out, so the batch may be empty.
    ///
    /// - Parameter yields: ends early when something more urgent comes.
    func fill(
        _ first: [Delivery], _ subscription: Int, upTo count: Int, until deadline: ContinuousClock.Instant, yields: Bool
    ) async throws(CancellationError) -> [Delivery] {
        var batch = first
        while batch.count < count, ContinuousClock.now < deadline {
            let heard = bell.rings
            if Task.isCancelled {
                shelf.withLock { $0.putBack(batch, subscription: subscription) }
                bell.ring()
                throw CancellationError()
            }
            let (more, enough) = shelf.withLock { shelf in
                let more = shelf.take(upTo: count - batch.count, from: subscription)
                return (more, shelf.isClosed || yields && shelf.hasMoreUrgent(than: subscription))
            }
            batch += more
            if enough { break }
            if more.isEmpty { await bell.wait(beyond: heard, until: deadline) }
        }
        return shelf.withLock { shelf in batch.filter { shelf.isValid($0.tag) } }
    }

    func settle(_ tags: [DeliveryTag], _ order: ([DeliveryTag]) -> ConsumeOrder) {
        // Posted under the lock: the loop must not find the shelf settled and close before it has the order.
        shelf.withLock { shelf in
            let valid = shelf.settle(tags)
            if !valid.isEmpty { mailbox.post(order(valid)) }
        }
    }

    /// Ends the handing out.
    func close() {
        shelf.withLock { $0.close() }
        bell.ring()
    }

    // The loop's side.

    func open(epoch: UInt64) { shelf.withLock { $0.open(epoch: epoch) } }

    func void() { shelf.withLock { $0.void() } }

    func add(_ delivery: Delivery, subscription: Int) {
        shelf.withLock { $0.add(delivery, subscription: subscription) }
        bell.ring()
    }

    func clear() -> [DeliveryTag] { shelf.withLock { $0.clear() } }
}
