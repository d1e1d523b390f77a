import Database
import Domain
import TestKit
import Testing

/// R6: one holder per SIRET, first come, first served.
@Suite struct ClaimSIRETTests {
    private let first = "35600000000048"
    private let second = "73282932000074"

    /// As a worker claims: a conflict means that somebody else's claim was under way, which is visible by then.
    private static func claim(
        _ claims: [(pair: PairID, siret: String)], in database: Database
    ) async throws(DatabaseError) -> [String: PairID] {
        var tries = 5
        while true {
            do throws(DatabaseError) {
                let rows = try await database.transaction { (transaction) async throws(DatabaseError) in
                    try await transaction.run(ClaimSIRETs(claims))
                }
                return Dictionary(uniqueKeysWithValues: rows.map { ($0.siret, $0.holder) })
            } catch .conflict where tries > 1 {
                tries -= 1
            } catch {
                throw error
            }
        }
    }

    @Test("R6 A free SIRET is the claimer's, a held one stays its holder's, whom the answer names")
    func claims() async throws {
        try await TestDatabase.with { test in
            let a = try await test.plant(.company) { $0.hubspot_id = "1" }
            let b = try await test.plant(.company)
            #expect(try await Self.claim([(a, first)], in: test.database) == [first: a])
            let rows = try await test.database.run(ClaimSIRETs([(b, first)]))
            #expect(rows.map(\.holder) == [a] && rows.map(\.hubspotID) == ["1"])
            #expect(try await test.see(b).siret == nil)
            #expect(try await Self.claim([(a, first)], in: test.database) == [first: a], "claimed again by its holder")
        }
    }

    @Test("R7 Who wants a held SIRET keeps the one it has; who gets a free one leaves the old to others")
    func keepsItsOwn() async throws {
        try await TestDatabase.with { test in
            let a = try await test.plant(.company) { $0.siret = first }
            let b = try await test.plant(.company) { $0.siret = second }
            #expect(try await Self.claim([(b, first)], in: test.database) == [first: a])
            #expect(try await test.see(b).siret == second)
            #expect(try await Self.claim([(b, "41816609600069")], in: test.database) == ["41816609600069": b])
            #expect(try await Self.claim([(a, second)], in: test.database) == [second: a])
        }
    }

    @Test("R6 In one batch each SIRET gets one holder, the older pair")
    func batch() async throws {
        try await TestDatabase.with { test in
            let (a, b, c) = (
                try await test.plant(.company), try await test.plant(.company), try await test.plant(.company)
            )
            let held = try await Self.claim([(c, second), (b, first), (a, first)], in: test.database)
            #expect(held == [first: a, second: c])
            #expect(try await test.see(b).siret == nil)
        }
    }

    @Test("R6 Of 30 workers that meet one SIRET at the same instant, one holds it and all know which")
    func crowd() async throws {
        try await TestDatabase.with(connections: 15) { test in
            var planted: [PairID] = []
            for _ in 0..<30 { planted.append(try await test.plant(.company)) }
            let (pairs, database, siret) = (planted, test.database, first)
            let holders = try await withThrowingTaskGroup { group in
                for pair in pairs {
                    group.addTask { try await Self.claim([(pair, siret)], in: database)[siret] }
                }
                return try await group.reduce(into: [PairID?]()) { $0.append($1) }
            }
            let holder = try #require(holders.first ?? nil)
            #expect(holders.allSatisfy { $0 == holder })
            for pair in pairs { #expect(try await test.see(pair).siret == (pair == holder ? siret : nil)) }
        }
    }

    @Test("R6 Batches that claim the same SIRETs in opposite orders all end, each SIRET with one holder")
    func batches() async throws {
        try await TestDatabase.with(connections: 8) { test in
            let sirets = (0..<20).map { "siret \($0)" }
            var planted: [[PairID]] = []
            for _ in 0..<6 {
                var pairs: [PairID] = []
                for _ in sirets { pairs.append(try await test.plant(.company)) }
                planted.append(pairs)
            }
            let (batches, database) = (planted, test.database)
            let answers = try await withThrowingTaskGroup { group in
                for pairs in batches {
                    let claims = zip(pairs, sirets).map { (pair: $0, siret: $1) }
                    group.addTask { try await Self.claim(claims.shuffled(), in: database) }
                }
                return try await group.reduce(into: [[String: PairID]]()) { $0.append($1) }
            }
            #expect(Set(answers).count == 1, "everybody was told the same holders")
        }
    }
}
