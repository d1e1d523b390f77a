import Database
import Glibc
import HTTP
import TestKit
import Testing

/// Issue, "Failures"; interface.md, `DRAIN_SECONDS`.
@Suite struct DrainTests {
    private static let sandbox = ["--fill", "sme", "--companies", "60"] + FleetUnderTest.briskSandbox

    @Test("SIGTERM under load ends every program with 0 within its drain time, and nothing is lost")
    func drain() async throws {
        try await FleetUnderTest.run(sandbox: Self.sandbox, settings: FleetUnderTest.briskSettings) { fleet in
            try await fleet.setDelay(40)
            let data = try await StormData(fleet.sandbox)
            var random = StormRandom(seed: 9)
            for _ in 0..<3 {
                try fleet.start("ingest")
                try fleet.startWorkers(count: 2)
                try await StormTelling(fleet: fleet).accept(data.records, random: &random)
                try await fleet.until("work is under way in all") {
                    let leased = try await fleet.database.first(StormLeased()) ?? 0
                    return try await fleet.database.first(StormAlive()) == 9 && leased > 50
                }
                let all = StormSupervisor.programs.flatMap { fleet.running($0) }
                #expect(all.count == 9)
                let began = ContinuousClock.now
                for process in all { process.send(SIGTERM) }
                for process in all {
                    let code = await process.wait()
                    #expect(code == 0, "\(process.name)")
                }
                print("Drain: all ended after \(ContinuousClock.now - began)")
                #expect(ContinuousClock.now - began < .seconds(25))
                #expect(try await fleet.database.first(StormLeased()) == 0, "what was taken is finished or handed back")
            }
            try fleet.start("ingest")
            try fleet.startWorkers()
            try await fleet.expectExactEnd()
        }
    }

    @Test("Who stands in line for a permit when the drain time is over is sent away, and the program ends with 0")
    func inLine() async throws {
        try await FleetUnderTest.briskAccount { fleet in
            try await fleet.setDelay(20_000)
            let worker = try #require(try fleet.start("company-worker", settings: ["DRAIN_SECONDS": "1"]).first)
            try await fleet.until("a call waits for its permit") { try await fleet.database.first(StormInLine()) ?? 0 > 0 }
            worker.send(SIGTERM)
            let code = await worker.wait()
            #expect(code == 0)
        }
    }

    @Test("A second SIGTERM ends a program at once, and what it held is done by the next one")
    func second() async throws {
        try await FleetUnderTest.briskAccount { fleet in
            try fleet.start("ingest")
            let worker = try #require(try fleet.start("company-worker").first)
            let scene = try await fleet.scene()
            try await fleet.until("reference data is there") { try await fleet.callsOfHubSpot >= 4 }
            try await fleet.spoil(
                #"{"kind": "delay", "system": "artis", "path": "/v1/tiers/l", "delay_ms": 8000, "count": 1}"#)
            let company = try await scene.company(siret: ValidSIRET.number(5))
            try await fleet.until("the worker waits for artis") { try await fleet.spoiled == 1 }
            worker.send(SIGTERM)
            try await Task.sleep(for: .seconds(2))
            #expect(worker.isRunning, "it drains")
            let began = ContinuousClock.now
            worker.send(SIGTERM)
            let code = await worker.wait()
            #expect(code == 128 + SIGTERM)
            #expect(ContinuousClock.now - began < .seconds(1))
            try await fleet.database.execute(StormEndLeases())
            try fleet.start("company-worker")
            try await fleet.calm(within: 90)
            let tiers = try await scene.artis("tiers")
            #expect(tiers.map { $0["referenceExterne"]?.string } == ["companies:\(company)"])
        }
    }
}
