import Foundation
import FoundationNetworking
import Logging
import ServiceLifecycle
import Testing

@testable import Observability
@testable import Runtime
@testable import Telemetry

@Suite(.timeLimit(.minutes(1))) struct TelemetryTests {
    @Test func `health names what is wrong, and readiness is not liveness`() {
        let health = Health()
        #expect(health.report(.alive).isWell)
        let broker = health.lamp("broker")
        health.add("loop", for: .alive) { .well }
        #expect(health.report(.ready).json == #"{"status":"failing","checks":{"broker":"starting"}}"#)
        #expect(health.report(.alive).json == #"{"status":"ok","checks":{"loop":"ok"}}"#)
        broker.set(.well)
        #expect(health.report(.ready).isWell)
        broker.set(.unwell("not \"connected\""))
        #expect(health.report(.ready).json.contains(#""broker":"not \"connected\"""#))
    }

    @Test func `the three paths are served, and the server stops when asked`() async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let (metrics, health) = (Metrics(), Health())
        metrics.counter("calls_total", "Calls.").increment()
        let lamp = health.lamp("database")
        let server = TelemetryServer(
            listen: ListenAddress(host: "127.0.0.1", port: 0), metrics: metrics, health: health, logger: logger
        ) { listening.yield($0) }
        let group = ServiceGroup(services: [server], logger: logger)
        async let ran: Void = group.run()
        let port = try #require(await ports.first { _ in true })

        let page = try await get(port, "/metrics")
        #expect(page.status == 200 && page.type == "text/plain; version=0.0.4; charset=utf-8")
        #expect(page.text == metrics.exposition())
        #expect(try await get(port, "/healthz").status == 200)
        let starting = try await get(port, "/readyz")
        #expect(starting.status == 503 && starting.text.contains(#""database":"starting""#))
        lamp.set(.well)
        #expect(try await get(port, "/readyz").status == 200)
        #expect(try await get(port, "/else").status == 404)

        await group.triggerGracefulShutdown()
        try await ran
    }

    private func get(_ port: Int, _ path: String) async throws -> (status: Int, type: String?, text: String) {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.setValue("close", forHTTPHeaderField: "Connection")
        let (data, response) = try await URLSession(configuration: .ephemeral).data(for: request)
        let answer = try #require(response as? HTTPURLResponse)
        return (
            answer.statusCode, answer.value(forHTTPHeaderField: "Content-Type"), String(decoding: data, as: UTF8.self)
        )
    }
}
