import Synchronization

/// Remembers every call with its arrival time, in the order of the answers.
final class Recorder: Sendable {
    private struct State {
        var next = 1
        var calls: [CallRecord] = []
    }

    /// The oldest calls are forgotten beyond this many.
    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int = 1_000_000) {
        self.capacity = capacity
    }

    func record(_ call: Call, by system: VendorName, answer: Answer, pathWithQuery: String, fault: String?) {
        state.withLock { state in
            state.calls.append(
                CallRecord(
                    sequence: state.next, system: system, method: call.method, path: pathWithQuery,
                    status: answer.status, arrivedAt: call.arrivedAt, inputs: answer.inputs,
                    origin: call.headers["x-origine"], trace: call.headers["traceparent"], policy: answer.policy,
                    fault: fault))
            state.next += 1
            if state.calls.count > capacity { state.calls.removeFirst(capacity / 10) }
        }
    }

    /// Calls with a sequence number above `since`.
    func calls(since: Int = 0, of system: VendorName? = nil) -> [CallRecord] {
        state.withLock { state in
            state.calls.filter { $0.sequence > since && (system == nil || $0.system == system) }
        }
    }

    func reset() {
        state.withLock { $0.calls.removeAll() }
    }
}
