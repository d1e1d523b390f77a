import Database
import Domain
import FoundationEssentials
import TestKit
import Testing

/// For `bin/bench`: figures of one run, as ratios, since machines differ.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["PASSERELLE_BENCH"] == "1"))
struct ClaimBench {
    @Test("A claim of the relay takes as long behind a hundred thousand hints as behind a thousand")
    func behind() async throws {
        let few = try await claim(behind: 1_000)
        let many = try await claim(behind: 100_000)
        let ratio = (many / few * 100).rounded() / 100
        print("bench: relay: 500 hints are claimed behind 100,000 in \(many), behind 1,000 in \(few): × \(ratio)")
        #expect(many / few < 3)
    }

    /// The median of some claims, each taken back.
    private func claim(behind count: Int) async throws -> Duration {
        var took: [Duration] = []
        try await TestDatabase.with { test in
            try await test.database.script(
                """
                INSERT INTO pair (kind, hubspot_id, wanted)
                SELECT (ARRAY['company', 'deal', 'contact', 'call'])[1 + n % 4], n::text, 1 FROM generate_series(1, \(count)) n;
                INSERT INTO outbox (pair_id, lane) SELECT id, 'backfill' FROM pair;
                ANALYZE
                """)
            for _ in 0..<15 {
                let began = ContinuousClock.now
                let rows = try await test.database.run(ClaimOutbox(limit: 500, claim: .seconds(30)))
                took.append(.now - began)
                try await test.database.execute(ReleaseClaims(rows, pause: .zero))
            }
        }
        return took.sorted()[took.count / 2]
    }
}
