import Database
import Domain
import TestKit
import Testing

/// R26: dependants of a company that stops wait for it.
@Suite struct ParkDependantsTests {
    private func park(_ companies: PairID..., on test: TestDatabase) async throws {
        try await test.database.execute(ParkDependants(of: companies))
    }

    @Test("Who is synced, waits for its first sync, or found its company no more, waits for the stopped company from now on")
    func parks() async throws {
        try await TestDatabase.with { test in
            let company = try await test.plant(.company) { $0.state = .stopped }
            let below = [
                try await test.plant { ($0.company_id, $0.state, $0.latched, $0.applied) = (company, .synced, true, 1) },
                try await test.plant(.call) {
                    ($0.company_id, $0.state, $0.reason, $0.applied) = (company, .waiting, .companyNotSynced, 1)
                },
                try await test.plant(.email) {
                    ($0.company_id, $0.state, $0.reason, $0.applied) = (company, .waiting, .noCompany, 1)
                },
            ]
            try await park(company, on: test)
            for pair in below {
                let seen = try await test.see(pair)
                #expect(seen.state == .waiting && seen.reason == .companyStopped && !seen.isUnanswered)
                #expect(try await test.hints(of: pair).isEmpty)
            }
        }
    }

    @Test("Who is told of a change, or in a worker's hands, settles it by itself; other reasons stand", arguments: [
        "wanted = 2", "lease_until = now() + interval '1 minute'", "state = 'blocked', reason = 'NAME_MISSING'",
        "state = 'stopped', reason = 'DELETED_IN_ARTIS'", "state = 'waiting', reason = 'OTHER_PIPELINE'", "company_id = NULL",
    ])
    func leaves(change: String) async throws {
        try await TestDatabase.with { test in
            let company = try await test.plant(.company) { $0.state = .stopped }
            let pair = try await test.plant { ($0.company_id, $0.state, $0.applied) = (company, .synced, 1) }
            try await test.database.script("UPDATE pair SET \(change) WHERE id = \(pair)")
            let before = try await test.see(pair)
            try await park(company, on: test)
            #expect(try await test.see(pair) == before)
        }
    }

    @Test("A lease that has run out holds nobody up")
    func oldLease() async throws {
        try await TestDatabase.with { test in
            let company = try await test.plant(.company) { $0.state = .stopped }
            let pair = try await test.plant {
                ($0.company_id, $0.state, $0.applied, $0.lease_ends_in) = (company, .synced, 1, -60)
            }
            try await park(company, on: test)
            #expect(try await test.see(pair).reason == .companyStopped)
        }
    }
}
