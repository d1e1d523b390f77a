import Database
import Domain
import TestKit
import Testing

@Suite struct ListedTests {
    @Test("R26 A full listing wakes the pairs whose record it has not shown, and no others")
    func unlisted() async throws {
        try await TestDatabase.with { test in
            let listed = try await test.plant { $0.artis_id = "1" }
            let gone = try await test.plant { ($0.hubspot_id, $0.artis_id) = ("9", "2") }
            let other = try await test.plant(.contact) { $0.artis_id = "1" }
            let stopped = try await test.plant {
                ($0.artis_id, $0.state, $0.reason, $0.applied) = ("3", .stopped, .deletedInArtis, 1)
            }
            let hubspotOnly = try await test.plant { $0.hubspot_id = "4" }
            let begun = Instant.now + .seconds(60)
            #expect(try await test.database.execute(NoteListed("affaires", ["1", "1", "7"])) == 2)
            #expect(try await test.database.execute(NoteListed("affaires", ["1"])) == 0, "marked already")
            #expect(try await test.database.first(CountListed()) == 2)
            let woken = try await test.database.run(AcceptUnlisted(since: begun, lane: .backfill))
            #expect(Set(woken) == [gone, other])
            for pair in [listed, stopped, hubspotOnly] { #expect(try await test.see(pair).wanted == 1) }
            #expect(try await test.hints(of: gone).map(\.lane) == [.backfill])
            try await test.database.execute(ClearListed())
            #expect(try await test.database.first(CountListed()) == 0)
        }
    }

    @Test("A pair that was made after the listing began is not missed by it")
    func younger() async throws {
        try await TestDatabase.with { test in
            _ = try await test.plant { $0.artis_id = "1" }
            let begun = Instant.now - .seconds(60)
            #expect(try await test.database.run(AcceptUnlisted(since: begun, lane: .backfill)) == [])
        }
    }
}
