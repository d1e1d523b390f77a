import Database
import Domain
import TestKit
import Testing

/// R26, R12: what hangs on a company that stops is looked at once more.
@Suite struct WantDependantsTests {
    private func want(_ companies: PairID..., on test: TestDatabase) async throws -> Set<PairID> {
        Set(try await test.database.run(WantDependants(of: companies, lane: .live)))
    }

    @Test("Who is synced, blocked or waits there is told of a change, and queued", arguments: [
        "state = 'synced', latched_at = now()", "state = 'waiting', reason = 'COMPANY_NOT_SYNCED'",
        "state = 'waiting', reason = 'NO_COMPANY'", "state = 'blocked', reason = 'NAME_MISSING'", "wanted = 2",
        "lease_until = now() + interval '1 minute'",
    ])
    func wants(change: String) async throws {
        try await TestDatabase.with { test in
            let company = try await test.plant(.company) { $0.state = .stopped }
            let pair = try await test.plant { ($0.company_id, $0.state, $0.applied) = (company, .synced, 1) }
            try await test.database.script("UPDATE pair SET \(change) WHERE id = \(pair)")
            #expect(try await want(company, on: test) == [pair])
            #expect(try await test.see(pair).isUnanswered)
            #expect(try await test.hints(of: pair).count == 1)
        }
    }

    @Test("Who is stopped, waits for the company already or for something else, or hangs elsewhere, is left alone", arguments: [
        "state = 'stopped', reason = 'DELETED_IN_ARTIS'", "state = 'waiting', reason = 'COMPANY_STOPPED'",
        "state = 'waiting', reason = 'OTHER_PIPELINE'", "state = 'failed', reason = 'ERROR'", "company_id = NULL",
    ])
    func leaves(change: String) async throws {
        try await TestDatabase.with { test in
            let company = try await test.plant(.company) { $0.state = .stopped }
            let pair = try await test.plant { ($0.company_id, $0.state, $0.applied) = (company, .synced, 1) }
            try await test.database.script("UPDATE pair SET \(change) WHERE id = \(pair)")
            let before = try await test.see(pair)
            #expect(try await want(company, on: test).isEmpty)
            #expect(try await test.see(pair) == before)
        }
    }
}
