import Synchronization

/// Orders from tasks to the loop that owns a connection: posted from anywhere, taken by the loop alone.
final class Mailbox<Order: Sendable>: Sendable {
    let wakeUp = WakeUp()
    private let orders = Mutex<[Order]>([])

    func post(_ order: Order) {
        orders.withLock { $0.append(order) }
        wakeUp.signal()
    }

    /// Everything posted since the last call, in order.
    func take() -> [Order] {
        orders.withLock { orders in
            defer { orders = [] }
            return orders
        }
    }
}
