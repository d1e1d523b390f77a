import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Testing

@testable import Sandbox

/// The artis half of the sandbox, listening on a port of its own, and a caller of it.
struct RunningArtis: Sendable {
    let vendor: ArtisVendor
    let port: Int

    static let key = "cle-de-test"

    /// Runs `body` against a server that has the generator's reference data, and stops it afterwards.
    static func with(
        folder: String? = nil, faults: Faults = Faults(seed: 1), _ body: @Sendable (RunningArtis) async throws -> Void
    ) async throws {
        let vendor = try ArtisVendor(key: key, folder: folder)
        if vendor.isEmpty { await Account.plant(in: vendor.store) }
        let recorder = Recorder()
        let (ports, found) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = Application(
            responder: Front(
                vendor: vendor, recorder: recorder, faults: faults, control: Control(recorder: recorder, faults: faults)),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in found.yield(channel.localAddress?.port ?? 0) }, logger: logger)
        let group = ServiceGroup(
            configuration: .init(services: [application], gracefulShutdownSignals: [], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next() ?? 0
            let result: Result<Void, any Error>
            do {
                try await body(RunningArtis(vendor: vendor, port: port))
                result = .success(())
            } catch {
                result = .failure(error)
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try result.get()
        }
    }

    struct Reply: Sendable {
        let status: Int
        let json: JSON
        let text: String
        let headers: [String: String]
    }

    func call(
        _ method: String, _ path: String, _ body: JSON? = nil, headers: [String: String] = [:], raw: String? = nil
    ) async throws -> Reply {
        var fields = ["authorization": "Bearer \(Self.key)"]
        for (name, value) in headers { fields[name.lowercased()] = value }
        let bytes = raw.map { Array($0.utf8) } ?? body?.bytes
        if bytes != nil { fields["content-type"] = "application/json" }
        let reply = try await Wire.send(method, port: port, path, headers: fields, body: bytes ?? [])
        return Reply(
            status: reply.status, json: (try? JSONReader.read(reply.body)) ?? .null,
            text: String(decoding: reply.body, as: UTF8.self), headers: reply.headers)
    }
}
