import Synchronization

/// Lets a task's cancellation reach the one call that it made, and no later call on the same session.
final class Cancellation: Sendable {
    private struct State {
        var cancelled = false
        var interrupt: Interrupt?
    }
    private let state = Mutex(State())

    func cancel() {
        state.withLock {
            $0.cancelled = true
            $0.interrupt?.fire()
        }
    }

    /// - Throws: `.cancelled` when it is too late to begin.
    func begin(_ interrupt: Interrupt) throws(DatabaseError) {
        let cancelled = state.withLock {
            if !$0.cancelled { $0.interrupt = interrupt }
            return $0.cancelled
        }
        if cancelled { throw .cancelled }
    }

    func end() {
        state.withLock {
            if $0.cancelled { $0.interrupt?.clear() }
            $0.interrupt = nil
        }
    }
}

/// Runs `body` so that the cancellation of the current task interrupts it.
func cancellable<R: Sendable>(
    _ body: (Cancellation) async -> Result<R, DatabaseError>
) async throws(DatabaseError) -> R {
    let call = Cancellation()
    return try await withTaskCancellationHandler {
        await body(call)
    } onCancel: {
        call.cancel()
    }.get()
}
