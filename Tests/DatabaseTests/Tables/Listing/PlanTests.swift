import Database
import Domain
import TestKit
import Testing

/// Pages look every few seconds at tables of any size.
@Suite("The few that are looked for among many are found without a look at each")
struct PlanTests {
    @Test("by where they stand, and why")
    func standing() async throws {
        try await TestDatabase.with { test in
            try await test.database.script(
                """
                INSERT INTO pair (kind, hubspot_id, state, wanted, applied)
                    SELECT 'deal', n::text, 'synced', 1, 1 FROM generate_series(1, 20000) n;
                INSERT INTO pair (kind, hubspot_id, state, reason, wanted, applied)
                    SELECT 'contact', n::text, CASE n % 3 WHEN 0 THEN 'failed' WHEN 1 THEN 'retrying' ELSE 'blocked' END,
                        'NAME_MISSING', 1, 1 FROM generate_series(1, 60) n;
                ANALYZE pair
                """)
            let plans = [
                try await test.plan(CountReasons([.blocked, .failed])),
                try await test.plan(ListExamples(of: [(.failed, .nameMissing)], limit: 5)),
                try await test.plan(ListRecords(StandingFilter(state: .retrying), limit: 100)),
                try await test.plan(ListStandings(StandingFilter(state: .failed))),
                try await test.plan(FindRetryable(StandingFilter(state: .failed, reason: .nameMissing), limit: 100)),
                try await test.plan(CountRetryable(StandingFilter(kind: .contact))),
            ]
            for plan in plans {
                #expect(plan.contains("pair_standing") || plan.contains("pair_reason"), "\(plan)")
                #expect(!plan.contains("Seq Scan on pair"), "\(plan)")
            }
        }
    }
}

extension TestDatabase {
    /// How PostgreSQL would run a statement with these values.
    fileprivate func plan(_ statement: some Statement) async throws -> String {
        try await database.run(Plan(statement: statement)).joined(separator: "\n")
    }
}

private struct Plan<S: Statement>: Statement {
    var statement: S

    static var sql: String { "EXPLAIN \(S.sql)" }

    var parameters: [Parameter] { statement.parameters }

    static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}
