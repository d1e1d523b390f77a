import Foundation
import Messaging
import Runtime
import Testing

/// A RabbitMQ for one suite alone, since the suite restarts it, cuts its connections or takes its memory.
struct OwnBroker: SuiteTrait, TestScoping {
    @TaskLocal static var current: OwnBroker?

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let speaksTLS: Bool
    private(set) var folder = ""
    private(set) var url = ""

    var address: BrokerAddress { get throws { try BrokerAddress(parsing: url) } }

    /// The house's folder, where bin/servers is.
    private static let house = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static func broker() throws -> OwnBroker {
        guard let current else { throw Failure(description: "the suite lacks the trait .ownBroker") }
        return current
    }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        var broker = self
        broker.folder = NSTemporaryDirectory() + "/messaging-\(UUID().uuidString.prefix(8))"
        if speaksTLS { try await Certificates.make(in: broker.folder + "/rabbitmq/tls") }
        _ = try await broker.servers("start")
        let stopped: Result<Void, any Error>
        do {
            let settings = try await broker.servers("env", nil)
            let line = settings.split(separator: "\n").first { $0.hasPrefix("PASSERELLE_TEST_AMQP_URL=") }
            broker.url = line?.split(separator: "'").last.map(String.init) ?? ""
            try await Self.$current.withValue(broker) { try await function() }
            stopped = .success(())
        } catch {
            stopped = .failure(error)
        }
        _ = try await broker.servers("stop", nil)
        try stopped.get()
    }

    func restart() async throws { _ = try await servers("restart") }

    /// Runs rabbitmqctl against this broker.
    func control(_ words: String...) async throws {
        let command = """
            cd "$0" && DIR="$1" && shift && . bin/lib/processes.sh && . bin/lib/rabbitmq.sh && . "$DIR/servers.conf" \
            && rabbitmq_environment && $RABBITMQ_PROGRAMS/rabbitmqctl -q "$@"
            """
        _ = try await Self.run(["-c", command, Self.house, folder] + words)
    }

    private func servers(_ verb: String, _ server: String? = "rabbitmq") async throws -> String {
        try await Self.run([Self.house + "/bin/servers", verb, "--dir", folder] + (server.map { [$0] } ?? []))
    }

    /// Foundation waits for a process until all who have inherited a descriptor of its own are gone, and the servers
    /// outlive the command that starts them: so nothing but the standard three is handed on.
    private static let alone = """
        for open in /proc/self/fd/*; do n=${open##*/}; if [ "$n" -gt 2 ]; then eval "exec $n>&-"; fi; done; shift; exec bash "$@"
        """

    static func run(_ arguments: [String]) async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        // A thread of ours blocks signals, its children inherit that, and a server that takes no SIGTERM never stops.
        process.arguments = ["--default-signal", "bash", "-c", alone, "bash", "bash"] + arguments
        // A file, not a pipe: the servers would keep a pipe open.
        let output = NSTemporaryDirectory() + "/output-\(UUID().uuidString)"
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        defer { try? FileManager.default.removeItem(atPath: output) }
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = process.standardOutput
        let (ended, end) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        for await _ in ended {}
        let text = try String(contentsOfFile: output, encoding: .utf8)
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(arguments.joined(separator: " ")) failed: \(text)")
        }
        return text
    }
}

extension Trait where Self == OwnBroker {
    static var ownBroker: OwnBroker { OwnBroker(speaksTLS: false) }

    /// One with a TLS listener beside the plain one.
    static var ownTLSBroker: OwnBroker { OwnBroker(speaksTLS: true) }
}
