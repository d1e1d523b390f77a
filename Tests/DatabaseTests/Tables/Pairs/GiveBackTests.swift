import Database
import Domain
import TestKit
import Testing

@Suite struct GiveBackTests {
    @Test("A lease given back leaves the pair unanswered, nothing spent, and its hint due at the moment given")
    func givesBack() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant()
            let pair = try await test.lease(id)
            try await test.database.execute(
                GiveBackLeases(leases: [(id, pair.term)], lane: .live, dueAt: .now + .seconds(60)))
            let sight = try await test.see(id)
            #expect(!sight.isLeased && sight.isUnanswered && sight.owner == nil)
            let hint = try #require(try await test.hints(of: id).first)
            #expect(hint.dueIn > 50 && hint.dueIn <= 61)
            #expect(try await test.lease(id).attempts == 0)
        }
    }

    @Test("A hint that is there already waits for the moment as well")
    func holdsBack() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant()
            try await test.database.execute(HintPairs(pairs: [id], lane: .live))
            let rows = try await test.database.run(ClaimOutbox(limit: 1, claim: .seconds(60)))
            let pair = try await test.lease(id)
            try await test.database.execute(
                GiveBackLeases(leases: [(id, pair.term)], lane: .live, dueAt: .now + .seconds(60)))
            try await test.database.execute(DropConfirmed(rows))
            #expect(try await test.hints(of: id).map(\.isDue) == [false], "the relay's confirm is of an older version")
        }
    }

    @Test("What another holds by now is not given back")
    func lateTerm() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant()
            let late = try await test.lease(id, owner: "a")
            try await test.letTimePass()
            _ = try await test.lease(id, owner: "b")
            try await test.database.execute(GiveBackLeases(leases: [(id, late.term)], lane: .live, dueAt: nil))
            #expect(try await test.see(id).owner == "b")
            #expect(try await test.hints(of: id).isEmpty)
        }
    }
}
