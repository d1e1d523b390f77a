/// Told by a thread, awaited by a test.
final class Signal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    func tell() { continuation.yield() }

    func wait() async { for await _ in stream { return } }
}
