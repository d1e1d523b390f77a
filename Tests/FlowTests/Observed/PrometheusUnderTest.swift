import FoundationEssentials
import HTTP
import Logging
import TestKit
import Testing

/// A Prometheus of a test's own, with the rules and alerts of `docker/prometheus`, on a fleet and its RabbitMQ as they run.
struct PrometheusUnderTest: Sendable {
    static let folder =
        #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/docker/prometheus"

    let address: String
    private let client = HTTPClient(userAgent: "passerelle-tests", logger: Logger(label: "tests"))

    /// Starts it, runs `body`, and stops it.
    static func run(on fleet: FleetUnderTest, _ body: (PrometheusUnderTest) async throws -> Void) async throws {
        let folder = fleet.folder + "/prometheus"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = folder + "/prometheus.yml"
        // JSON is YAML, too.
        try Data(try configuration(of: fleet).serialise()).write(to: URL(filePath: file))
        let address = "127.0.0.1:\(FreePort.find())"
        let process = try ChildProcess(
            "/bin/sh",
            arguments: [
                "-c", "exec prometheus \"$@\"", "sh", "--config.file=\(file)", "--storage.tsdb.path=\(folder)/data", "--web.listen-address=\(address)",
                "--log.level=warn",
            ], environment: [:], log: folder + "/prometheus.log")
        let prometheus = PrometheusUnderTest(address: address)
        let result: Result<Void, any Error>
        do { result = .success(try await body(prometheus)) } catch { result = .failure(error) }
        await prometheus.client.shutdown()
        await process.stop()
        try result.get()
    }

    /// What a query gives; nil where Prometheus refuses it or does not answer.
    func query(_ expression: String) async throws -> [JSON]? {
        try await ask("query?query=\(Self.encoded(expression))")?["result"]?.array
    }

    /// All rules, recorded and alerting.
    func rules() async throws -> [JSON] {
        (try await ask("rules")?["groups"]?.array ?? []).flatMap { $0["rules"]?.array ?? [] }
    }

    private func ask(_ path: String) async throws -> JSON? {
        let request = HTTPRequest(.get, "http://\(address)/api/v1/\(path)", deadline: .seconds(10))
        guard let answer = try? await client.send(request), answer.status == 200 else { return nil }
        return try JSON.parse(answer.body)["data"]
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) { return String(scalar) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// As in docker/prometheus/prometheus.yml, but that it need not ask who is there.
    private static func configuration(of fleet: FleetUnderTest) throws -> JSON {
        let named = String(decoding: try #require(FileManager.default.contents(atPath: folder + "/prometheus.yml")), as: UTF8.self)
        for job in ["passerelle", "rabbitmq", "rabbitmq-queues"] { #expect(named.contains("job_name: \(job)\n")) }
        let programs: [JSON] = ObservedTests.programs.map { program in
            let addresses = fleet.running(program).compactMap { $0.environment["METRICS_LISTEN"] }
            return ["targets": .array(addresses.map(JSON.string)), "labels": ["service": .string(program)]]
        }
        let page = try #require(ProcessInfo.processInfo.environment["PASSERELLE_TEST_PROMETHEUS_URL"])
        let broker = page.split(separator: "/")[1]
        let targets: JSON = [["targets": [.string(String(broker))]]]
        return [
            "global": ["scrape_interval": "1s", "scrape_timeout": "1s", "evaluation_interval": "1s"],
            "rule_files": [.string(folder + "/rules.yml"), .string(folder + "/alerts.yml")],
            "scrape_configs": [
                ["job_name": "passerelle", "static_configs": .array(programs)],
                ["job_name": "rabbitmq", "static_configs": targets],
                [
                    "job_name": "rabbitmq-queues", "metrics_path": "/metrics/detailed", "static_configs": targets,
                    "params": ["family": ["queue_coarse_metrics", "queue_consumer_count"]],
                ],
            ],
        ]
    }
}
