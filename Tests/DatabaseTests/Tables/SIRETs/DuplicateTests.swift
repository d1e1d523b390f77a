import Database
import Domain
import TestKit
import Testing

/// R6: a duplicate is tried again when the holder lets go.
@Suite struct DuplicateTests {
    private let siret = "35600000000048"

    private func plantBlocked(on test: TestDatabase) async throws -> PairID {
        let id = "\(UInt32.random(in: .min ... .max))"
        _ = try await test.database.run(SeeSIRETs([(company: ID(id), siret: siret)]))
        return try await test.plant(.company) {
            ($0.hubspot_id, $0.state, $0.reason, $0.applied) = (id, .blocked, .siretDuplicate, 1)
        }
    }

    @Test("R6 Who was blocked by a holder is woken once it holds the SIRET no longer, and not before")
    func retries() async throws {
        try await TestDatabase.with { test in
            let holder = try await test.plant(.company) { $0.siret = siret }
            let blocked = try await plantBlocked(on: test)
            #expect(try await test.database.run(RetryDuplicates(of: [siret], lane: .live)) == [])
            try await test.database.script("UPDATE pair SET siret = NULL WHERE id = \(holder)")
            #expect(try await test.database.run(RetryDuplicates(of: ["other"], lane: .live)) == [])
            #expect(try await test.database.run(RetryDuplicates(of: [siret], lane: .live)) == [blocked])
            #expect(try await test.see(blocked).isUnanswered)
        }
    }

    @Test("R6 Who is blocked for another reason sleeps on")
    func otherReason() async throws {
        try await TestDatabase.with { test in
            let blocked = try await plantBlocked(on: test)
            try await test.database.script("UPDATE pair SET reason = 'NAME_MISSING' WHERE id = \(blocked)")
            #expect(try await test.database.run(RetryDuplicates(of: [siret], lane: .live)) == [])
        }
    }

    @Test("R9 Each company's SIRET is kept as it was seen last; one without is forgotten")
    func sees() async throws {
        try await TestDatabase.with { test in
            func tell(_ siret: String?) async throws {
                _ = try await test.database.run(SeeSIRETs([(company: "1", siret: siret)]))
            }
            let company = try await test.plant(.company) { $0.hubspot_id = "1" }
            func has() async throws -> Bool? { try await test.database.first(HoldCompanies([company]))?.hasSIRET }
            #expect(try await has() == false)
            try await tell("a")
            #expect(try await has() == true)
            try await tell(nil)
            #expect(try await has() == false)
        }
    }

    @Test("R9 Of a company seen twice in one batch, the later sight counts")
    func seesTwice() async throws {
        try await TestDatabase.with { test in
            let blocked = try await plantBlocked(on: test)
            _ = try await test.database.run(WantPairs(pairs: [blocked], lane: .live))
            let id = try #require(try await test.lease(blocked).hubspotID)
            _ = try await test.database.run(SeeSIRETs([(company: id, siret: "a"), (company: id, siret: "b")]))
            #expect(try await test.database.run(RetryDuplicates(of: ["a"], lane: .live)) == [])
            #expect(try await test.database.run(RetryDuplicates(of: ["b"], lane: .live)) == [blocked])
        }
    }

    @Test("R9 A scan, whose page is older than what others have seen meanwhile, replaces nothing")
    func scan() async throws {
        try await TestDatabase.with { test in
            _ = try await test.database.run(SeeSIRETs([(company: "1", siret: "a")]))
            _ = try await test.database.run(
                SeeSIRETs([(company: "1", siret: "b"), (company: "2", siret: "b")], replaces: false))
            _ = try await test.database.run(SeeSIRETs([(company: "1", siret: nil)], replaces: false))
            let seen = try await test.database.run(FindSIRETs(["a", "b"]))
            #expect(seen.map(\.siret) == ["a", "b"] && seen.map(\.hubspotID) == ["1", "2"])
        }
    }
}
