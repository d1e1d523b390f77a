import Database
import Domain
import Observability
import TestKit
import Testing

@Suite struct JournalTests {
    private static let trace = TraceContext.fresh()

    @Test("The journal keeps what was done with a pair, in order, with its trace; a pair that left no row has none")
    func journal() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant()
            try await test.database.execute(
                WriteJournal(
                    entries: [
                        (pair, JournalEntry(.created, system: .artis, detail: "title, amount")),
                        (pair, JournalEntry(.opened)), (PairID(999), JournalEntry(.opened)),
                    ], traces: Traces(batch: Self.trace)))
            let seen = try await test.database.run(SeeJournal(pair: pair))
            #expect(seen.map(\.event) == ["created", "opened"])
            #expect(seen.map(\.system) == ["artis", nil] && seen.map(\.detail) == ["title, amount", nil])
            #expect(seen.map(\.trace) == [Self.trace.trace, Self.trace.trace])
        }
    }

    @Test("The journal is bounded by age")
    func trims() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant()
            try await test.database.execute(WriteJournal(entries: [(pair, JournalEntry(.created))]))
            try await test.database.script("UPDATE journal SET at = now() - interval '100 seconds'")
            try await test.database.execute(WriteJournal(entries: [(pair, JournalEntry(.updated))]))
            #expect(try await test.database.execute(TrimHistory(keep: .seconds(101))) == 0)
            #expect(try await test.database.execute(TrimHistory(keep: .seconds(99))) == 1)
            #expect(try await test.database.run(SeeJournal(pair: pair)).map(\.event) == ["updated"])
        }
    }

    @Test("R24 A conflict is kept with both values, who won and why", arguments: FieldConflict.Cause.allCases)
    func conflicts(cause: FieldConflict.Cause) async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant()
            let conflict = FieldConflict(field: .title, hubspot: "É \"a\"", artis: nil, winner: .artis, cause: cause)
            try await test.database.execute(WriteConflicts([(pair, conflict)]))
            let seen = try #require(try await test.database.first(SeeConflicts(pair: pair)))
            #expect(seen == ["title", "É \"a\"", nil, "artis", cause.rawValue])
        }
    }
}

struct SeeJournal: Statement {
    var pair: PairID
    static let sql = "SELECT event, system, detail, trace FROM journal WHERE pair_id = $1 ORDER BY id"
    var parameters: [Parameter] { [.int(pair.rawValue)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> JournalSight {
        JournalSight(
            event: try row.text(0), system: try row.textOrNull(1), detail: try row.textOrNull(2),
            trace: try row.textOrNull(3))
    }
}

struct JournalSight: Sendable {
    var event: String
    var system: String?
    var detail: String?
    var trace: String?
}

private struct SeeConflicts: Statement {
    var pair: PairID
    static let sql = "SELECT field, hubspot_value, artis_value, winner, cause FROM conflict WHERE pair_id = $1"
    var parameters: [Parameter] { [.int(pair.rawValue)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> [String?] {
        [try row.text(0), try row.textOrNull(1), try row.textOrNull(2), try row.text(3), try row.text(4)]
    }
}
