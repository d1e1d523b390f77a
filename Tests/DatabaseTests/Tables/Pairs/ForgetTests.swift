import Database
import Domain
import TestKit
import Testing

/// R13: activities of a company that has not asked leave no row.
@Suite struct ForgetTests {
    @Test("A pair under our lease goes, its hints with it")
    func forgets() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant(.call)
            try await test.database.execute(HintPairs(pairs: [id], lane: .live))
            let pair = try await test.lease(id)
            try await test.database.execute(ForgetPairs([pair]))
            #expect(try await test.find(id) == nil)
            #expect(try await test.hints(of: id).isEmpty)
        }
    }

    @Test("A pair that another holds, that artis knows, or that has latched stays")
    func keeps() async throws {
        try await TestDatabase.with { test in
            let late = try await test.lease(try await test.plant(.call))
            try await test.letTimePass()
            _ = try await test.lease(late.id, owner: "b")
            let known = try await test.lease(try await test.plant(.call) { ($0.hubspot_id, $0.artis_id) = ("1", "A1") })
            let latched = try await test.lease(try await test.plant(.call) { $0.latched = true })
            try await test.database.execute(ForgetPairs([late, known, latched]))
            for pair in [late, known, latched] { #expect(try await test.find(pair.id) != nil) }
        }
    }

    @Test("Invariant 1: a change that arrived meanwhile keeps the pair, free to be leased again")
    func meanwhile() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.lease(try await test.plant(.call))
            _ = try await test.database.run(WantPairs(pairs: [pair.id], lane: .live))
            try await test.database.execute(ForgetPairs([pair]))
            let sight = try await test.see(pair.id)
            #expect(!sight.isLeased && sight.isUnanswered)
            #expect(try await test.hints(of: pair.id).map(\.isDue) == [true])
        }
    }
}
