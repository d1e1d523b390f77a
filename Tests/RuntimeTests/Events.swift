import Synchronization

/// What happened, in order; and a wait until something has.
final class Events: Sendable {
    private struct Waiter {
        let wanted: Set<String>
        let resume: CheckedContinuation<Void, Never>
    }

    private let state = Mutex<(all: [String], waiters: [Waiter], over: Bool)>(([], [], false))

    var all: [String] { state.withLock { $0.all } }

    func add(_ event: String) {
        state.withLock { state in
            state.all.append(event)
            let all = Set(state.all)
            for waiter in state.waiters where waiter.wanted.isSubset(of: all) { waiter.resume.resume() }
            state.waiters.removeAll { $0.wanted.isSubset(of: all) }
        }
    }

    /// Returns also when the test's time is over, so that a test fails rather than hangs.
    func wait(for wanted: Set<String>) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                state.withLock { state in
                    if state.over || wanted.isSubset(of: state.all) {
                        continuation.resume()
                    } else {
                        state.waiters.append(Waiter(wanted: wanted, resume: continuation))
                    }
                }
            }
        } onCancel: {
            state.withLock { state in
                state.over = true
                for waiter in state.waiters { waiter.resume.resume() }
                state.waiters = []
            }
        }
    }
}
