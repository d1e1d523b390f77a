import HTTP
import Synchronization

/// Ends a worker's life at one of its calls to either system, before or after the call has had its effect: nothing that
/// it sends from then on arrives.
final class Death: Sendable {
    private struct State {
        var calls = 0
        var isDead = false
    }

    private let call: Int
    private let hasEffect: Bool
    private let state = Mutex(State())

    /// - Parameters:
    ///   - call: the fatal one, the first being 1.
    ///   - hasEffect: whether the system has carried it out.
    init(at call: Int, hasEffect: Bool) {
        self.call = call
        self.hasEffect = hasEffect
    }

    var hasCome: Bool { state.withLock { $0.isDead } }

    func beforeEffect() throws(HTTPFailure) {
        let isDead = state.withLock { state in
            state.calls += 1
            if state.calls == call, !hasEffect { state.isDead = true }
            return state.isDead
        }
        if isDead { throw .cancelled(sent: true) }
    }

    func afterEffect() throws(HTTPFailure) {
        let isDead = state.withLock { state in
            if state.calls == call { state.isDead = true }
            return state.isDead
        }
        if isDead { throw .cancelled(sent: true) }
    }
}
