import Dispatch
import Runtime
import Synchronization

/// A bounded number of sessions, lent one caller at a time, first come first served.
final class Pool: Sendable {
    private struct Waiter {
        let number: UInt64
        let continuation: CheckedContinuation<Result<Session, DatabaseError>, Never>
    }
    private struct State {
        var idle: [Session]
        var waiters: [Waiter] = []
        var next: UInt64 = 0
        var closed = false
    }
    private static let closedError = DatabaseError.unavailable("this process has closed its connections")
    private let state: Mutex<State>

    init(size: Int, settings: SessionSettings) {
        state = Mutex(State(idle: (0..<max(1, size)).map { _ in Session(settings: settings) }))
    }

    /// - Throws: `.deadline` when every session stays lent, `.cancelled`, `.unavailable` once closed.
    func take(within time: Duration) async throws(DatabaseError) -> Session {
        let number = state.withLock {
            $0.next += 1
            return $0.next
        }
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { stand(Waiter(number: number, continuation: $0), within: time) }
        } onCancel: {
            leave(number, .cancelled)
        }.get()
    }

    func give(_ session: Session) {
        let next = state.withLock { state -> Waiter? in
            guard !state.closed else { return nil }
            if !state.waiters.isEmpty { return state.waiters.removeFirst() }
            state.idle.append(session)
            return nil
        }
        next?.continuation.resume(returning: .success(session))
    }

    /// Idle sessions end now, lent ones when they are given back.
    func close() {
        let waiters = state.withLock { state -> [Waiter] in
            defer { (state.closed, state.idle, state.waiters) = (true, [], []) }
            return state.waiters
        }
        for waiter in waiters { waiter.continuation.resume(returning: .failure(Self.closedError)) }
    }

    private func stand(_ waiter: Waiter, within time: Duration) {
        let answer = state.withLock { state -> Result<Session, DatabaseError>? in
            if state.closed { return .failure(Self.closedError) }
            if let session = state.idle.popLast() { return .success(session) }
            state.waiters.append(waiter)
            return nil
        }
        if let answer { return waiter.continuation.resume(returning: answer) }
        let milliseconds = Int(clamping: time.milliseconds)
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in
            self?.leave(waiter.number, .deadline)
        }
        // A cancellation that came before the waiter stood in line found nobody to call away.
        if Task.isCancelled { leave(waiter.number, .cancelled) }
    }

    private func leave(_ number: UInt64, _ error: DatabaseError) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.waiters.firstIndex(where: { $0.number == number }) else { return nil }
            return state.waiters.remove(at: index)
        }
        waiter?.continuation.resume(returning: .failure(error))
    }
}
