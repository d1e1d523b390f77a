import Synchronization

/// How many messages are on their way through this process, and when the last of their batches took a step.
final class Underway: Sendable {
    /// A step is a few calls, each of which has its deadline; they may wait for their permits in line for a while.
    private static let patience: Duration = .seconds(1800)

    private let messages = Atomic<Int>(0)
    private let moved = Mutex(SuspendingClock.now)

    var count: Int { messages.load(ordering: .relaxed) }

    func begin(_ count: Int) {
        messages.add(count, ordering: .relaxed)
        move()
    }

    func end(_ count: Int) {
        messages.subtract(count, ordering: .relaxed)
        move()
    }

    func move(at moment: SuspendingClock.Instant = .now) { moved.withLock { $0 = moment } }

    /// Something is on its way, and nothing has moved for so long that nothing will. An outage is none: batches that wait
    /// for a peer try it again and again.
    func isStuck(at moment: SuspendingClock.Instant = .now) -> Bool {
        count > 0 && moved.withLock { $0 + Self.patience < moment }
    }
}
