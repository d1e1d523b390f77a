import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

@testable import Sandbox

/// Somebody who receives webhooks, and answers as told.
final class Inbox: Vendor {
    let name = VendorName.artis
    let bodyLimit = 1 << 20
    private let statuses: Mutex<[Int]>
    private let calls: AsyncStream<Call>
    private let arrived: AsyncStream<Call>.Continuation

    init(statuses: [Int]) {
        self.statuses = Mutex(statuses)
        (calls, arrived) = AsyncStream.makeStream()
    }

    func next() async -> Call? {
        var iterator = calls.makeAsyncIterator()
        return await iterator.next()
    }

    func answer(_ call: Call) async -> Answer {
        arrived.yield(call)
        return Answer(status: statuses.withLock { $0.isEmpty ? 200 : $0.removeFirst() })
    }

    func tooLarge(_ call: Call) -> Answer { Answer(status: 413) }
    func control(_ call: Call) async -> Answer? { nil }

    /// Listens while `body` runs; its address is handed over.
    static func with(statuses: [Int] = [], _ body: @Sendable (Inbox, String) async throws -> Void) async throws {
        let inbox = Inbox(statuses: statuses)
        let (ports, found) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "inbox")
        logger.logLevel = .critical
        let (recorder, faults) = (Recorder(), Faults(seed: 1))
        let application = Application(
            responder: Front(
                vendor: inbox, recorder: recorder, faults: faults, control: Control(recorder: recorder, faults: faults)),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in found.yield(channel.localAddress?.port ?? 0) }, logger: logger)
        let group = ServiceGroup(configuration: .init(services: [application], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next() ?? 0
            let result: Result<Void, any Error>
            do {
                try await body(inbox, "http://127.0.0.1:\(port)/hooks")
                result = .success(())
            } catch {
                result = .failure(error)
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try result.get()
        }
    }
}
