import Database
import Domain
import TestKit
import Testing

/// A row that an event has made of a record which a worker was just creating.
@Suite struct AbsorbHalvesTests {
    private func absorb(_ pair: Pair, on test: TestDatabase) async throws -> [AbsorbHalves.Row] {
        try await test.database.run(AbsorbHalves(of: [pair]))
    }

    @Test("The row of the id that we have just got goes, whichever system told of it; what hung on it stays", arguments: [true, false])
    func absorbs(bornInArtis: Bool) async throws {
        try await TestDatabase.with { test in
            var pair = try await test.lease(
                bornInArtis
                    ? try await test.plantHalf(artis: "T1") : try await test.plant(.company) { $0.hubspot_id = "1" })
            let half = bornInArtis
                ? try await test.plant(.company) { $0.hubspot_id = "1" } : try await test.plantHalf(artis: "T1")
            let waiter = try await test.plant(.deal) { $0.company_id = half }
            (pair.hubspotID, pair.artisID, pair.state) = ("1", "T1", .synced)
            let rows = try await absorb(pair, on: test)
            #expect(rows.map(\.pair) == [pair.id] && rows.map(\.says) == [false])
            #expect(try await test.find(half) == nil)
            #expect(try await test.see(waiter).company == pair.id)
            #expect(try await test.database.run(SettlePairs([Settlement(pair: pair, latches: true)])).count == 1)
            #expect(try await test.half(pair.id)?.hubspotID == "1")
            #expect(try await test.half(pair.id)?.artisID == "T1")
        }
    }

    @Test("A row that was told of more than its birth has something to say")
    func says() async throws {
        try await TestDatabase.with { test in
            var pair = try await test.lease(try await test.plantHalf(artis: "T1"))
            _ = try await test.plant(.company) { ($0.hubspot_id, $0.wanted) = ("1", 2) }
            pair.hubspotID = "1"
            #expect(try await absorb(pair, on: test).map(\.says) == [true])
        }
    }

    @Test("An action that the feed told of before its type was known is absorbed by the meeting it is")
    func action() async throws {
        try await TestDatabase.with { test in
            var pair = try await test.lease(try await test.plant(.meeting) { $0.hubspot_id = "1" })
            let half = try await test.plantHalf(.call, artis: "AC1")
            pair.artisID = "AC1"
            #expect(try await absorb(pair, on: test).count == 1)
            #expect(try await test.find(half) == nil)
        }
    }

    @Test("Without our lease nothing goes: nobody would keep the id that the row stands for")
    func lostLease() async throws {
        try await TestDatabase.with { test in
            var pair = try await test.lease(try await test.plantHalf(artis: "T1"))
            let half = try await test.plant(.company) { $0.hubspot_id = "1" }
            pair.hubspotID = "1"
            try await test.letTimePass()
            _ = try await test.lease(pair.id, owner: "another")
            #expect(try await absorb(pair, on: test).isEmpty)
            #expect(try await test.find(half) != nil)
        }
    }

    @Test("A row that is linked, or stands for a namesake of another kind, is nobody's half")
    func others() async throws {
        try await TestDatabase.with { test in
            var pair = try await test.lease(try await test.plantHalf(artis: "T1"))
            let linked = try await test.plant(.company) { ($0.hubspot_id, $0.artis_id) = ("1", "T2") }
            let namesake = try await test.plant(.deal) { $0.hubspot_id = "1" }
            pair.hubspotID = "1"
            #expect(try await absorb(pair, on: test).isEmpty)
            #expect(try await test.find(linked) != nil)
            #expect(try await test.find(namesake) != nil)
            #expect(try await test.find(pair.id) != nil)
        }
    }
}
