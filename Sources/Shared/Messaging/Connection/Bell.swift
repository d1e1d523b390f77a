import Synchronization

/// Wakes all who wait for a change. Read `rings`, look at the state, then wait beyond that count: a change between the
/// look and the wait is not missed.
final class Bell: Sendable {
    private struct State {
        var rings: UInt64 = 0
        var tickets: UInt64 = 0
        var waiting: [UInt64: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    var rings: UInt64 { state.withLock { $0.rings } }

    func ring() {
        let woken = state.withLock { state in
            state.rings += 1
            defer { state.waiting = [:] }
            return state.waiting
        }
        for continuation in woken.values { continuation.resume() }
    }

    /// Returns at the first ring beyond `heard`, or when the task is cancelled.
    func wait(beyond heard: UInt64) async {
        let ticket = state.withLock { state in
            state.tickets += 1
            return state.tickets
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waits = state.withLock { state in
                    // A cancellation that comes after this look finds the ticket in `waiting`.
                    if state.rings != heard || Task.isCancelled { return false }
                    state.waiting[ticket] = continuation
                    return true
                }
                if !waits { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
        }
    }

    /// As `wait(beyond:)`, but no longer than until `deadline`.
    func wait(beyond heard: UInt64, until deadline: ContinuousClock.Instant) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.wait(beyond: heard) }
            group.addTask { try? await Task.sleep(until: deadline, clock: .continuous) }
            await group.next()
            group.cancelAll()
        }
    }
}
