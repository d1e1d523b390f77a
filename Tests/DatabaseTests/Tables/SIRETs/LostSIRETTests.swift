import Database
import Domain
import TestKit
import Testing

@Suite struct LostSIRETTests {
    @Test("R12 whoever waits for a company that loses its SIRET is looked at: it takes nobody from a synced one any more")
    func waiting() async throws {
        try await TestDatabase.with { test in
            let (left, kept) = (
                try await test.plant(.company) { $0.hubspot_id = "1" }, try await test.plant(.company) { $0.hubspot_id = "2" }
            )
            let pairs = [left, kept].map { company in
                { (pair: inout PlantPair) in
                    (pair.company_id, pair.state, pair.reason, pair.applied) = (company, .waiting, .companyNotSynced, 1)
                }
            }
            let (below, other) = (try await test.plant(.deal, pairs[0]), try await test.plant(.deal, pairs[1]))
            _ = try await test.database.run(SeeSIRETs([("1", "35600000000048"), ("2", "73282932000074")]))
            _ = try await test.database.run(SeeSIRETs([("1", "35600000049837"), ("2", "73282932000074")]))
            #expect(try await test.see(below).wanted == 1, "another SIRET is a SIRET")
            _ = try await test.database.run(SeeSIRETs([("1", nil), ("2", "73282932000074")]))
            #expect(try await test.see(below).wanted == 2)
            #expect(try await test.hints(of: below).count == 1)
            #expect(try await test.see(other).wanted == 1)
            _ = try await test.database.run(SeeSIRETs([("1", nil)]))
            #expect(try await test.see(below).wanted == 2, "told once")
        }
    }
}
