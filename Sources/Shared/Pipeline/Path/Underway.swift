import Synchronization

/// How many messages are on their way through this process.
final class Underway: Sendable {
    private let messages = Atomic<Int>(0)

    var count: Int { messages.load(ordering: .relaxed) }

    func during(_ count: Int, _ work: () async -> Void) async {
        messages.add(count, ordering: .relaxed)
        await work()
        messages.subtract(count, ordering: .relaxed)
    }
}
