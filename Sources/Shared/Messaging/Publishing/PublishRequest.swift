import Synchronization

/// One call of `publish`: its messages, and the outcomes as they come in from the loop, or from the clock.
final class PublishRequest: Sendable {
    let messages: [OutgoingMessage]

    private struct Progress {
        var outcomes: [PublishOutcome?]
        var missing: Int
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let progress: Mutex<Progress>

    init(_ messages: [OutgoingMessage]) {
        self.messages = messages
        progress = Mutex(Progress(outcomes: Array(repeating: nil, count: messages.count), missing: messages.count))
    }

    /// Whether somebody still waits for outcomes; a message of a closed request is not sent any more.
    var isOpen: Bool { progress.withLock { $0.missing > 0 } }

    /// The first outcome of a message counts.
    func settle(_ index: Int, _ outcome: PublishOutcome) {
        let waiter = progress.withLock { progress -> CheckedContinuation<Void, Never>? in
            guard progress.outcomes[index] == nil else { return nil }
            progress.outcomes[index] = outcome
            progress.missing -= 1
            guard progress.missing == 0 else { return nil }
            defer { progress.waiter = nil }
            return progress.waiter
        }
        waiter?.resume()
    }

    /// The deadline: what has no outcome by now is unknown.
    func expire() {
        for index in messages.indices { settle(index, .unknown) }
    }

    /// Waits for all outcomes, in the order of the messages.
    func outcomes() async -> [PublishOutcome] {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let done = progress.withLock { progress in
                if progress.missing > 0 { progress.waiter = continuation }
                return progress.missing == 0
            }
            if done { continuation.resume() }
        }
        return progress.withLock { $0.outcomes.map { $0 ?? .unknown } }
    }
}
