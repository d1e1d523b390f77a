import Observability
import Runtime
import Testing

@testable import Dashboard

@Suite("Whether pages are served")
struct ServerTests {
    @Test("is told by a lamp: lit once they are, out when another has the port, and out afterwards")
    func lamp() async throws {
        try await Dash.with { dash in
            let (away, lamp) = (Health().lamp("away"), Health().lamp("pages"))
            let taken = Server(site: dash.site, listen: ListenAddress(host: "127.0.0.1", port: dash.port), lamp: away)
            await #expect(throws: (any Error).self) { try await taken.run() }
            #expect(away.verdict == .unwell("does not listen"))

            let (ports, listening) = AsyncStream.makeStream(of: Int.self)
            let server = Server(site: dash.site, listen: ListenAddress(host: "127.0.0.1", port: 0), lamp: lamp) { listening.yield($0) }
            let running = Task { try await server.run() }
            _ = await ports.first { _ in true }
            #expect(lamp.verdict == .well)
            running.cancel()
            _ = await running.result
            #expect(lamp.verdict == .unwell("does not listen"))
        }
    }
}
