import Database
import Domain
import TestKit
import Testing

/// R26: what a merge event writes to the rows.
@Suite struct TellMergeTests {
    private struct Mark: Equatable {
        var into: String?
        var loses: Bool
    }

    private func mark(_ pair: PairID, _ test: TestDatabase) async throws -> Mark {
        try #require(try await test.database.first(SeeMark(pair: pair)))
    }

    private struct SeeMark: Statement {
        var pair: PairID
        static let sql = "SELECT merged_into, merge_loser FROM pair WHERE id = $1"
        var parameters: [Parameter] { [.int(pair.rawValue)] }
        static func decode(_ row: RowReader) throws(DatabaseError) -> Mark {
            Mark(into: try row.textOrNull(0), loses: try row.bool(1))
        }
    }

    private func merge(
        _ losers: String..., into survivor: String, winner: String? = nil, on test: TestDatabase
    ) async throws -> [PairID] {
        try await test.database.run(
            TellMerge(
                kind: .company, survivor: ID(survivor), losers: losers.map { ID($0) }, winner: winner.map { ID($0) },
                lane: .live))
    }

    private func plant(_ id: String, _ test: TestDatabase) async throws -> PairID {
        try await test.plant(.company) { ($0.hubspot_id, $0.state, $0.applied) = (id, .synced, 1) }
    }

    @Test("The loser goes to the survivor and is woken, stopped or not; the survivor and strangers stand as they are")
    func loser() async throws {
        try await TestDatabase.with { test in
            let survivor = try await plant("1", test)
            let loser = try await plant("2", test)
            let deleted = try await test.plant(.company) {
                ($0.hubspot_id, $0.state, $0.reason, $0.applied) = ("3", .stopped, .deletedInHubSpot, 1)
            }
            let namesake = try await test.plant(.deal) { ($0.hubspot_id, $0.applied) = ("2", 1) }
            #expect(Set(try await merge("2", "3", "4", into: "1", on: test)) == [loser, deleted])
            #expect(try await mark(loser, test) == Mark(into: "1", loses: true))
            #expect(try await mark(deleted, test) == Mark(into: "1", loses: true))
            for pair in [survivor, namesake] {
                #expect(try await mark(pair, test) == Mark(into: nil, loses: false))
                #expect(!(try await test.see(pair).isUnanswered))
            }
            #expect(try await test.hints(of: loser).count == 1)
            #expect(try await merge("2", "3", into: "1", on: test) == [], "told twice is told once")
        }
    }

    @Test("Where the merge made a new record, the winner's pair goes along and does not lose")
    func newRecord() async throws {
        try await TestDatabase.with { test in
            let winner = try await plant("1", test)
            let loser = try await plant("2", test)
            #expect(Set(try await merge("2", into: "9", winner: "1", on: test)) == [winner, loser])
            #expect(try await mark(winner, test) == Mark(into: "9", loses: false))
            #expect(try await mark(loser, test) == Mark(into: "9", loses: true))
        }
    }

    @Test("R27 Merges that build on each other lead to the last survivor in either order", arguments: [false, true])
    func chain(reversed: Bool) async throws {
        try await TestDatabase.with { test in
            let (first, second) = (try await plant("1", test), try await plant("2", test))
            let third = try await plant("3", test)
            if reversed {
                _ = try await merge("2", into: "3", on: test)
                _ = try await merge("1", into: "2", on: test)
            } else {
                _ = try await merge("1", into: "2", on: test)
                _ = try await merge("2", into: "3", on: test)
            }
            #expect(try await mark(first, test) == Mark(into: "3", loses: true))
            #expect(try await mark(second, test) == Mark(into: "3", loses: true))
            #expect(try await mark(third, test) == Mark(into: nil, loses: false))
        }
    }

    @Test("What a read has guessed of the loser, the event corrects; who has followed already is left alone")
    func corrects() async throws {
        try await TestDatabase.with { test in
            let pair = try await plant("2", test)
            try await test.database.script("UPDATE pair SET merged_into = '1', merge_loser = false")
            #expect(try await merge("2", into: "1", on: test) == [pair])
            #expect(try await mark(pair, test) == Mark(into: "1", loses: true))
            try await test.database.script("UPDATE pair SET state = 'stopped', reason = 'MERGED_IN_HUBSPOT', merged_into = NULL")
            #expect(try await merge("2", into: "1", on: test) == [])
        }
    }
}
