import Database
import Glibc
import TestKit
import Testing

/// Issue 7, "Metrics": `/healthz` and `/readyz`, with real servers that go and come back.
@Suite struct HealthTests {
    private static let programs = ["ingest", "deal-worker"]

    @Test("A program that waits for a peer is alive and not ready, says what for, and is ready again by itself")
    func peers() async throws {
        try await TestServers.run { servers in
            try await FleetUnderTest.run(
                sandbox: ["--fill", "account"], on: servers.addresses, settings: ["METRICS_LISTEN": FleetUnderTest.anyPort]
            ) { fleet in
                try await fleet.database.script(
                    """
                    CREATE TABLE put_aside AS SELECT * FROM schema_migration WHERE number = 3;
                    DELETE FROM schema_migration WHERE number = 3
                    """)
                for program in Self.programs { try fleet.start(program) }
                try await Self.expect(fleet, "schema", "not up to date: run passerelle migrate")
                try await fleet.database.script(
                    "INSERT INTO schema_migration SELECT * FROM put_aside; DROP TABLE put_aside")
                try await Self.expectReady(fleet)

                // In order: queues that are a moment old do not always survive a kill.
                async let restarted: Void = servers.restart(.rabbitmq)
                try await Self.expect(fleet, "broker", "not connected")
                try await servers.kill(.postgres)
                try await Self.expect(fleet, "database", "does not answer")
                #expect(try await fleet.ask("ingest", "/metrics")?.status == 200)
                try await servers.start(.postgres)
                try await restarted
                try await Self.expectReady(fleet)

                try await Self.expectUnserved(fleet)
                try await Self.expectFrozen(fleet)
            }
        }
    }

    /// Every program is alive, and not ready for this reason.
    private static func expect(_ fleet: FleetUnderTest, _ part: String, _ reason: String) async throws {
        for program in programs {
            try await fleet.until("\(program) says of its \(part): \(reason)") {
                let ready = try await fleet.ask(program, "/readyz")
                return ready?.status == 503 && ready?.text.contains(part) == true && ready?.text.contains(reason) == true
            }
            #expect(try await fleet.ask(program, "/healthz")?.status == 200, "\(program)")
        }
    }

    private static func expectReady(_ fleet: FleetUnderTest) async throws {
        for program in programs {
            try await fleet.until("\(program) is ready") { try await fleet.ask(program, "/readyz")?.status == 200 }
        }
        let parts = try #require(try await fleet.ask("ingest", "/readyz")).text
        for part in ["broker collector", "broker publisher", "database", "receiver", "schema"] {
            #expect(parts.contains(#""\#(part)":"ok""#))
        }
    }

    /// A dashboard whose port another has serves no page, and says so; ingest has that port.
    private static func expectUnserved(_ fleet: FleetUnderTest) async throws {
        try fleet.start("dashboard", settings: ["DASHBOARD_LISTEN": try #require(fleet.environment["INGEST_LISTEN"])])
        try await fleet.until("the dashboard says that it serves no page") {
            let ready = try await fleet.ask("dashboard", "/readyz")
            return ready?.status == 503 && ready?.text.contains(#""pages":"does not listen""#) == true
                && ready?.text.contains(#""database":"ok""#) == true
        }
        #expect(try await fleet.ask("dashboard", "/healthz")?.status == 200)
    }

    /// A process that does not turn at all answers nobody, which every prober takes for unwell.
    private static func expectFrozen(_ fleet: FleetUnderTest) async throws {
        let worker = try #require(fleet.running("deal-worker").first)
        worker.send(SIGSTOP)
        #expect(try await fleet.ask("deal-worker", "/healthz", within: 1) == nil)
        worker.send(SIGCONT)
        try await fleet.until("it turns again") { try await fleet.ask("deal-worker", "/healthz")?.status == 200 }
    }
}
