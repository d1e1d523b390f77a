import Dispatch
import Synchronization

/// Whether a connection's loop has begun and ended, and the thread that it runs on.
final class LoopLife: Sendable {
    private enum Phase { case idle, running, over }

    private let queue: DispatchQueue
    private let phase = Mutex(Phase.idle)
    private let bell = Bell()

    init(name: String) { queue = DispatchQueue(label: name) }

    /// Runs the loop on a thread of its own and returns when it has ended. A second run returns at once.
    func run(_ loop: @escaping @Sendable () -> Void) async {
        let begins = phase.withLock { phase in
            defer { if phase == .idle { phase = .running } }
            return phase == .idle
        }
        guard begins else { return }
        await withCheckedContinuation { (ended: CheckedContinuation<Void, Never>) in
            queue.async {
                loop()
                ended.resume()
            }
        }
        phase.withLock { $0 = .over }
        bell.ring()
    }

    /// Returns when a running loop has ended; at once when there is none. One that has not begun never will.
    func ended() async {
        while true {
            let heard = bell.rings
            let over = phase.withLock { phase in
                if phase == .idle { phase = .over }
                return phase == .over
            }
            if over || Task.isCancelled { return }
            await bell.wait(beyond: heard)
        }
    }
}
