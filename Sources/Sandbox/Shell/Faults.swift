import Synchronization

/// The faults in force for both servers. The oldest that matches and strikes wins.
final class Faults: Sendable {
    private struct State {
        var next = 1
        var list: [Fault] = []
        var random: SeededRandom
    }

    private let state: Mutex<State>

    init(seed: UInt64) {
        state = Mutex(State(random: SeededRandom(seed: seed)))
    }

    func add(_ fault: Fault) -> Fault {
        state.withLock { state in
            var fault = fault
            fault.id = state.next
            state.next += 1
            state.list.append(fault)
            return fault
        }
    }

    /// The fault that spoils this call, if any; counts it.
    func strike(_ call: Call, of system: VendorName) -> Fault? {
        state.withLock { state in
            for index in state.list.indices where state.list[index].matches(call, of: system) {
                state.list[index].matched += 1
                let fault = state.list[index]
                if fault.matched <= fault.after { continue }
                if let count = fault.count, fault.spoiled >= count { continue }
                if fault.probability < 1, Double.random(in: 0..<1, using: &state.random) >= fault.probability {
                    continue
                }
                state.list[index].spoiled += 1
                return state.list[index]
            }
            return nil
        }
    }

    var all: [Fault] { state.withLock { $0.list } }

    /// Removes one fault, or all; true when there was any.
    func remove(id: Int?) -> Bool {
        state.withLock { state in
            let before = state.list.count
            state.list.removeAll { id == nil || $0.id == id }
            return id == nil || state.list.count < before
        }
    }
}
