import Database
import Domain
import TestKit
import Testing

/// R6: a tiers that has no company in HubSpot yet, blocked because another pair holds its SIRET.
@Suite struct ArtisDuplicateTests {
    private let siret = "35600000000048"

    private func plantBlocked(on test: TestDatabase) async throws -> PairID {
        try await test.plantHalf(artis: "T2") { ($0.state, $0.reason, $0.applied) = (.blocked, .siretDuplicate, 1) }
    }

    @Test("R6 It is held while the SIRET that blocks it is held, and not by the one of another")
    func holds() async throws {
        try await TestDatabase.with { test in
            let holder = try await test.plant(.company) { $0.siret = siret }
            let blocked = try await plantBlocked(on: test)
            func held(by siret: String?) async throws -> [PairID] {
                try await test.database.run(HoldDuplicates(of: [(blocked, siret)]))
            }
            #expect(try await held(by: siret) == [blocked])
            #expect(try await held(by: "73282932000074") == [])
            #expect(try await held(by: nil) == [], "no table tells what SIRET it has")
            try await test.database.script("UPDATE pair SET siret = NULL WHERE id = \(holder)")
            #expect(try await held(by: siret) == [])
        }
    }

    @Test("R6 Any SIRET that is let go wakes it: only artis knows which it has")
    func retries() async throws {
        try await TestDatabase.with { test in
            let blocked = try await plantBlocked(on: test)
            let other = try await test.plantHalf(artis: "T3") { ($0.state, $0.reason, $0.applied) = (.blocked, .nameMissing, 1) }
            #expect(try await test.database.run(RetryDuplicates(of: ["73282932000074"], lane: .live)) == [blocked])
            #expect(try await test.see(blocked).isUnanswered)
            #expect(try await test.hints(of: blocked).count == 1)
            #expect(try await !test.see(other).isUnanswered)
        }
    }
}
