import Database
import Domain
import TestKit
import Testing

@Suite struct ForgetParkedTests {
    private func park(
        _ kind: Kind = .meeting, under company: PairID, on test: TestDatabase,
        _ shape: (inout PlantPair) -> Void = { _ in }
    ) async throws -> PairID {
        try await test.plant(kind) {
            ($0.state, $0.reason, $0.company_id, $0.applied) = (.waiting, .companyNotSynced, company, 1)
            shape(&$0)
        }
    }

    @Test("R13 Parked activities of a company that has not asked leave no row")
    func forgets() async throws {
        try await TestDatabase.with { test in
            let company = try await test.plant(.company)
            let activity = try await park(under: company, on: test)
            try await test.database.execute(ForgetParkedActivities(of: [company]))
            #expect(try await test.find(activity) == nil)
        }
    }

    @Test("R13 Deals, contacts, latched ones, those artis knows, those under a lease and other companies' stay")
    func keeps() async throws {
        try await TestDatabase.with { test in
            let (company, other) = (try await test.plant(.company), try await test.plant(.company))
            let kept = [
                try await park(.deal, under: company, on: test), try await park(.contact, under: company, on: test),
                try await park(under: company, on: test) { $0.latched = true },
                try await park(under: company, on: test) { $0.artis_id = "A1" },
                try await park(under: company, on: test) { $0.lease_ends_in = 30 },
                try await park(under: other, on: test),
                try await park(under: company, on: test) { ($0.state, $0.reason) = (.notEligible, .actionUnmapped) },
            ]
            try await test.database.execute(ForgetParkedActivities(of: [company]))
            for pair in kept { #expect(try await test.find(pair) != nil) }
        }
    }

    @Test("Invariant 1: one that was told of a change, such as a move to another company, stays")
    func told() async throws {
        try await TestDatabase.with { test in
            let company = try await test.plant(.company)
            let activity = try await park(under: company, on: test)
            _ = try await test.database.run(WantPairs(pairs: [activity], lane: .live))
            try await test.database.execute(ForgetParkedActivities(of: [company]))
            #expect(try await test.find(activity) != nil)
        }
    }
}
