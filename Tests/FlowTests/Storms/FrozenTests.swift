import Database
import Glibc
import HTTP
import TestKit
import Testing

/// Invariants 3 and 4: a worker that was frozen for longer than its lease comes back to nothing that is still its own.
@Suite struct FrozenTests {
    @Test("A worker that was frozen for longer than its lease changes nothing when it wakes")
    func frozen() async throws {
        try await FleetUnderTest.briskAccount { fleet in
            try fleet.start("ingest")
            let sleeper = try #require(try fleet.start("company-worker").first)
            let scene = try await fleet.scene()
            let company = try await scene.company(siret: ValidSIRET.number(6), name: "Avant")
            try await fleet.until("the company is synced") { try await scene.artis("tiers").count == 1 }
            try await fleet.calm(within: 30)

            // It freezes with an old reading in its hands, right before it would write.
            try await fleet.spoil(
                #"{"kind": "delay", "system": "artis", "path": "/v1/tiers/lecture", "delay_ms": 3000, "count": 1}"#)
            try await scene.edit("companies", company, ["name": "Pendant"])
            try await fleet.until("the worker reads artis") { try await fleet.spoiled == 1 }
            sleeper.send(SIGSTOP)
            try await scene.edit("companies", company, ["name": "Après"])
            try fleet.start("company-worker")
            try await fleet.until(within: 90, "another worker takes over") {
                try await scene.artis("tiers").first?["champs"]?["raisonSociale"]?.string == "Après"
            }
            try await fleet.calm(within: 60)
            let writes = try await scene.writes().count
            sleeper.send(SIGCONT)
            // It lives, and takes work again.
            try await fleet.until("the sleeper beats again") { await beats(sleeper, fleet) }
            try await scene.edit("companies", company, ["city": "Brest"])
            try await fleet.until("work goes on") {
                try await scene.artis("tiers").first?["champs"]?["ville"]?.string == "Brest"
            }
            try await fleet.calm(within: 60)
            #expect(sleeper.isRunning)
            #expect(try await scene.artis("tiers").first?["champs"]?["raisonSociale"]?.string == "Après")
            #expect(try await scene.writes().count == writes + 1)
            let unrest = try await fleet.unrest
            #expect(unrest.attempts == 0)
            #expect(unrest.repairs == 0)
        }
    }

    @Test("A worker whose lease another one took meanwhile writes nothing of what it had decided")
    func late() async throws {
        try await FleetUnderTest.briskAccount { fleet in
            try fleet.start("ingest")
            try fleet.start("company-worker", count: 2)
            let scene = try await fleet.scene()
            let company = try await scene.company(siret: ValidSIRET.number(8), name: "Avant")
            try await fleet.until("the company is synced") { try await scene.artis("tiers").count == 1 }
            try await fleet.calm(within: 30)

            try await fleet.spoil(
                #"{"kind": "delay", "system": "artis", "path": "/v1/tiers/lecture", "delay_ms": 12000, "count": 1}"#)
            try await scene.edit("companies", company, ["name": "Pendant"])
            try await fleet.until("the worker reads artis") { try await fleet.spoiled == 1 }
            let writes = try await scene.writes().count
            try await fleet.database.execute(StormEndLeases())
            try await scene.edit("companies", company, ["name": "Après"])
            try await fleet.until(within: 10, "the lease is taken over") {
                try await scene.artis("tiers").first?["champs"]?["raisonSociale"]?.string == "Après"
            }
            try await fleet.until(within: 30, "the late one is done") {
                try await fleet.database.first(StormHeld()) == 0
            }
            try await fleet.calm(within: 30)
            #expect(try await scene.writes().count == writes + 1)
            #expect(try await scene.artis("tiers").first?["champs"]?["raisonSociale"]?.string == "Après")
        }
    }

    /// Whether the worker beats again: its row in the database is fresh.
    private func beats(_ process: ChildProcess, _ fleet: FleetUnderTest) async -> Bool {
        (try? await fleet.database.first(StormBeat(pid: process.pid))) ?? false
    }
}
