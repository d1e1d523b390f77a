import Database
import Domain
import TestKit
import Testing

/// R26: a privacy deletion leaves no personal value; `forget` erases the same.
@Suite struct ErasePairsTests {
    /// Whether any of these tables holds the text anywhere.
    private struct Holds: Statement {
        var text: String
        static let sql = """
            SELECT (SELECT count(*) FROM pair WHERE pair::text LIKE '%' || $1 || '%')
                + (SELECT count(*) FROM conflict WHERE conflict::text LIKE '%' || $1 || '%')
                + (SELECT count(*) FROM siret WHERE siret::text LIKE '%' || $1 || '%')
                + (SELECT count(*) FROM journal WHERE journal::text LIKE '%' || $1 || '%') > 0
            """
        var parameters: [Parameter] { [.text(text)] }
        static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
    }

    private func holds(_ text: String, _ test: TestDatabase) async throws -> Bool {
        try await test.database.first(Holds(text: text)) ?? false
    }

    /// A contact whose mail stands wherever one may, held by a worker.
    private func plantFull(_ test: TestDatabase) async throws -> Pair {
        let pair = try await test.plant(.contact) {
            ($0.hubspot_id, $0.artis_id, $0.state, $0.latched, $0.wanted) = ("1", "I1", .blocked, true, 2)
            $0.reason = .hubspotRefused
            $0.warnings = [Warning(.valueNotCarried, detail: "zoe@example.org")]
        }
        try await test.database.script(
            """
            UPDATE pair SET detail = 'zoe@example.org is refused', echo = '{"email": "zoe@example.org"}',
                called = '{"name": "Zoé", "email": "zoe@example.org"}',
                snapshot = '{"hubspot": {"email": "zoe@example.org"}, "artis": {"email": "zoe@example.org"}}';
            INSERT INTO conflict (pair_id, field, hubspot_value, artis_value, winner, cause)
                SELECT id, 'email', 'zoe@example.org', 'zoe@example.org', 'artis', 'both_changed' FROM pair;
            INSERT INTO outbox (pair_id, lane) SELECT id, 'live' FROM pair
            """)
        return try await test.lease(pair)
    }

    @Test("R26 A privacy deletion erases every value, stops the pair, and answers what was told", arguments: [true, false])
    func erases(stops: Bool) async throws {
        try await TestDatabase.with { test in
            var held = try await plantFull(test)
            #expect(try await holds("zoe@", test))
            #expect(try await test.database.run(ErasePairs([held.id], stops: stops)) == [held.id])
            #expect(!(try await holds("zoe@", test)))
            let sight = try await test.see(held.id)
            if stops {
                #expect(sight.state == .stopped && sight.reason == .deletedInHubSpot && !sight.isUnanswered)
                #expect(try await test.hints(of: held.id).isEmpty)
            } else {
                #expect(sight.state == .blocked && sight.isUnanswered)
                #expect(try await test.hints(of: held.id).count == 1, "the worker that lost its lease left work behind")
            }
            held.snapshot = Snapshot(hubspot: [.email: "zoe@example.org"], artis: Values())
            #expect(try await test.database.run(SettlePairs([Settlement(pair: held)])).isEmpty)
            #expect(!(try await holds("zoe@", test)), "a late commit brings nothing back")
            #expect(try await test.database.run(ReadHistory(of: held.id, limit: 9)).map(\.event) == ["erased"])
        }
    }

    @Test("A company's SIRET is erased wherever it stands; others keep theirs")
    func siret() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant(.company) { ($0.hubspot_id, $0.siret) = ("1", "35600000000048") }
            _ = try await test.database.run(
                SeeSIRETs([(company: "1", siret: "35600000000048"), (company: "2", siret: "73282932000074")]))
            _ = try await test.database.run(ErasePairs([pair], stops: false))
            #expect(!(try await holds("35600000000048", test)))
            #expect(try await holds("73282932000074", test))
        }
    }

    @Test("A retry keeps its time, and the id of the record in the way stays named where nothing is stopped")
    func keeps() async throws {
        try await TestDatabase.with { test in
            let retrying = try await test.plant(.contact) { ($0.state, $0.next_attempt_in) = (.retrying, 600) }
            let blocked = try await test.plant(.contact) {
                ($0.state, $0.reason, $0.applied) = (.blocked, .contactDuplicate, 1)
            }
            try await test.database.script("UPDATE pair SET detail = '77' WHERE id = \(blocked)")
            _ = try await test.database.run(ErasePairs([retrying, blocked], stops: false))
            #expect(try await test.see(retrying).nextAttemptAt != nil)
            #expect(try await test.hints(of: retrying).isEmpty)
            #expect(try await test.database.run(NamedHolders(among: ["77", "78"])) == ["77"])
        }
    }
}
