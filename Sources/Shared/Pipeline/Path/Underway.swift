import Synchronization

/// The batches of one lane on their way through this process: how many messages they hold, and when each last took a step.
final class Underway: Sendable {
    /// A step is a few calls, each of which has its deadline; they may wait for their permits in line for a while.
    private static let patience: Duration = .seconds(1800)

    private struct Batch {
        var count: Int
        var moved: SuspendingClock.Instant
    }

    private let batches = Mutex<(next: Int, all: [Int: Batch])>((0, [:]))

    var count: Int { batches.withLock { $0.all.values.reduce(0) { $0 + $1.count } } }

    /// Returns what the batch is known by.
    func begin(_ count: Int, at moment: SuspendingClock.Instant = .now) -> Int {
        batches.withLock { batches in
            batches.next += 1
            batches.all[batches.next] = Batch(count: count, moved: moment)
            return batches.next
        }
    }

    func move(_ batch: Int, at moment: SuspendingClock.Instant = .now) {
        batches.withLock { $0.all[batch]?.moved = moment }
    }

    func end(_ batch: Int) { batches.withLock { $0.all[batch] = nil } }

    /// One of them has not moved for so long that it never will, however well the others go. An outage is no such thing:
    /// batches that wait for a peer try it again and again.
    func isStuck(at moment: SuspendingClock.Instant = .now) -> Bool {
        batches.withLock { $0.all.values.contains { $0.moved + Self.patience < moment } }
    }
}
