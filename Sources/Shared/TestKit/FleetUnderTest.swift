public import Database
import FoundationEssentials
import Glibc
import HTTP
import Synchronization

/// The whole fleet as real processes: sandbox, ingest and workers, on a database and a virtual host of its own.
///
///     try await FleetUnderTest.run(sandbox: ["--fill", "none"]) { fleet in
///         try fleet.start("ingest"); try fleet.start("company-worker", count: 3)
///         …
///     }
public final class FleetUnderTest: Sendable {
    public let database: Database
    public let sandbox: SandboxUnderTest
    public let folder: String
    public let environment: [String: String]
    let broker: TestBroker
    private let processes = Mutex<[ChildProcess]>([])

    public static let workers = ["company-worker", "deal-worker", "contact-worker", "activity-worker"]

    private init(
        database: Database, broker: TestBroker, sandbox: SandboxUnderTest, folder: String, environment: [String: String]
    ) {
        self.database = database
        self.broker = broker
        self.sandbox = sandbox
        self.folder = folder
        self.environment = environment
    }

    /// Starts the servers' share and the sandbox, runs `body`, and stops everything. When `body` fails, the processes'
    /// last words are printed.
    /// - Parameters:
    ///   - arguments: of the sandbox.
    ///   - settings: of the fleet, beside the addresses and secrets.
    ///   - servers: those that `bin/test` started when they are left out.
    public static func run(
        sandbox arguments: [String] = [], on servers: ServerAddresses? = nil, settings: [String: String] = [:],
        _ body: (FleetUnderTest) async throws -> Void
    ) async throws {
        let folder = TemporaryFolder.make()
        let broker = try await TestBroker.make(on: servers)
        try await TestDatabase.with(on: servers?.database) { test in
            var environment = [
                "DATABASE_URL": test.url, "AMQP_URL": broker.url, "AMQP_MANAGEMENT_URL": broker.managementURL,
                "HUBSPOT_ACCESS_TOKEN": "pat-test-token", "ARTIS_API_KEY": "test-key",
                "HUBSPOT_WEBHOOK_SECRET": "test-secret", "LOG_FORMAT": "json", "LANG": "en_US.UTF-8",
                "HUBSPOT_POLL_SECONDS": "2", "INGEST_LISTEN": "127.0.0.1:\(FreePort.find())",
            ]
            let sandbox = try await SandboxUnderTest(folder: folder, arguments: arguments, environment: environment)
            environment["HUBSPOT_BASE_URL"] = sandbox.hubspot
            environment["ARTIS_BASE_URL"] = sandbox.artis
            environment.merge(settings) { _, own in own }
            let fleet = FleetUnderTest(
                database: test.database, broker: broker, sandbox: sandbox, folder: folder, environment: environment)
            let result: Result<Void, any Error>
            do { result = .success(try await body(fleet)) } catch { result = .failure(error) }
            await fleet.stop()
            await sandbox.stop()
            if case .failure = result { fleet.printLastWords() }
            try result.get()
        }
        await broker.remove()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Starts processes of a program; `settings` go over the fleet's own.
    @discardableResult
    public func start(
        _ program: String, count: Int = 1, arguments: [String] = [], settings: [String: String] = [:]
    ) throws -> [ChildProcess] {
        let started = try (0..<count).map { _ in
            var environment = environment.merging(settings) { _, own in own }
            if environment["METRICS_LISTEN"] == Self.anyPort {
                environment["METRICS_LISTEN"] = "127.0.0.1:\(FreePort.find())"
            }
            return try ChildProcess(
                Built.program(program), arguments: arguments, environment: environment, log: "\(folder)/\(program).log")
        }
        processes.withLock { $0 += started }
        return started
    }

    public func startWorkers(count: Int = 1, settings: [String: String] = [:]) throws {
        for worker in Self.workers { try start(worker, count: count, settings: settings) }
    }

    /// Migrates, and starts ingest and the workers. Changes from here on are seen: the first start begins at now.
    public func begin(workers count: Int = 1) async throws {
        let (code, output) = try await passerelle("migrate")
        guard code == 0 else { throw SandboxUnderTest.Refused(description: "migrate failed: \(output)") }
        try start("ingest")
        try startWorkers(count: count)
    }

    /// Runs `passerelle` to its end.
    public func passerelle(_ arguments: String...) async throws -> (code: Int32, output: String) {
        try await passerelle(arguments)
    }

    public func passerelle(_ arguments: [String]) async throws -> (code: Int32, output: String) {
        // It serves no pages.
        let environment = environment.filter { $0.key != "METRICS_LISTEN" }
        let process = try ChildProcess(
            Built.program("passerelle"), arguments: arguments, environment: environment, log: "\(folder)/passerelle.log")
        let output = await process.everything()
        return (await process.wait(), output)
    }

    /// Waits until nothing is pending or under way.
    public func idle(within seconds: Int = 120) async throws {
        let (code, output) = try await passerelle("status", "--wait-idle", String(seconds), "--json")
        guard code == 0 else { throw SandboxUnderTest.Refused(description: "not idle in time: \(output)") }
    }

    /// Polls a condition until it holds; a sentence when it does not in time.
    public func until(
        within seconds: Int = 60, _ sentence: String = "the condition", _ holds: () async throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while try await !holds() {
            guard ContinuousClock.now < deadline else {
                throw SandboxUnderTest.Refused(description: "\(sentence) did not come true within \(seconds) s")
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    public func running(_ program: String) -> [ChildProcess] {
        processes.withLock { $0.filter { $0.name == program && $0.isRunning } }
    }

    /// SIGTERM to all, ingest last.
    public func stop() async {
        let all = processes.withLock { $0 }
        for process in all { process.send(SIGTERM) }
        for process in all { _ = await process.wait() }
    }

    private func printLastWords() {
        for program in Self.workers + ["ingest", "sandbox", "passerelle"] {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(program).log"), !data.isEmpty else { continue }
            let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
            print("--- \(program), last of \(lines.count) lines")
            for line in lines.suffix(8) { print(line.prefix(600)) }
        }
    }
}

enum TemporaryFolder {
    static func make() -> String {
        let path = (ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp") + "/passerelle-fleet-\(UInt64.random(in: .min ... .max))"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}
