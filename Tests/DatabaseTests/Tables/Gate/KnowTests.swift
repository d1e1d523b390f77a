import Database
import Domain
import TestKit
import Testing

@Suite struct KnowTests {
    @Test("R13 A company that nobody has heard of is made known and queued once; a known one is not")
    func knows() async throws {
        try await TestDatabase.with { test in
            let known = try await test.plantOpenCompany { $0.hubspot_id = "1" }
            let rows = try await test.database.run(KnowCompanies(hubspotIDs: ["1", "2", "2"], lane: .live))
            #expect(rows.map(\.hubspotID).sorted { $0!.rawValue < $1!.rawValue } == ["1", "2"])
            let new = try #require(rows.first { $0.hubspotID == "2" })
            #expect(!new.isKnown && !new.isOpen && !new.hasAsked && !new.isStopped)
            #expect(try await test.hints(of: new.id).map(\.version) == [1])
            #expect(try await test.see(new.id).wanted == 1)
            #expect(try await test.hints(of: known).isEmpty)
            let again = try await test.database.run(KnowCompanies(hubspotIDs: ["1", "2"], lane: .live))
            #expect(again.count == 2)
            #expect(try await test.see(new.id).wanted == 1)
        }
    }

    @Test("R3, R12, R13 A company's row says what a dependant needs to know of it")
    func columns() async throws {
        try await TestDatabase.with { test in
            let open = try await test.plantOpenCompany { $0.siret = "35600000000048" }
            let stopped = try await test.plant(.company) {
                ($0.hubspot_id, $0.state, $0.latched, $0.looked, $0.box) = ("9", .stopped, true, true, false)
            }
            _ = try await test.database.run(SeeSIRETs([(company: "9", siret: "35600000049837")]))
            try await test.database.script(
                "UPDATE pair SET snapshot = '{\"artis\": {\"salesperson\": \"a@b.fr\"}}' WHERE id = \(open)")
            let rows = try await test.database.run(HoldCompanies([open, stopped]))
            let first = try #require(rows.first { $0.id == open })
            #expect(first.isOpen && first.isKnown && first.hasAsked && first.hasSIRET && !first.isStopped)
            #expect(first.salesperson == "a@b.fr")
            let second = try #require(rows.first { $0.id == stopped })
            #expect(!second.isOpen && second.isStopped && !second.hasAsked && second.hasSIRET)
        }
    }

    @Test("R13 Dependants that name one new company at the same instant all get its row, and it is made once")
    func crowd() async throws {
        try await TestDatabase.with { test in
            let database = test.database
            try await Collision(test: test).run(
                { (transaction) async throws(DatabaseError) in
                    _ = try await transaction.run(KnowCompanies(hubspotIDs: ["5", "6"], lane: .live))
                },
                meets: { (transaction) async throws(DatabaseError) in
                    let rows = try await transaction.run(KnowCompanies(hubspotIDs: ["6", "7"], lane: .live))
                    #expect(rows.count == 2)
                })
            let pairs = try await database.run(FindPairs(kind: .company, hubspotIDs: ["5", "6", "7"]))
            #expect(pairs.map(\.wanted) == [1, 1, 1])
        }
    }
}
