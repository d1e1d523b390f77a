import Synchronization

/// How many messages are on their way through this process.
final class Underway: Sendable {
    private let messages = Atomic<Int>(0)

    var count: Int { messages.load(ordering: .relaxed) }

    func begin(_ count: Int) { messages.add(count, ordering: .relaxed) }

    func end(_ count: Int) { messages.subtract(count, ordering: .relaxed) }
}
