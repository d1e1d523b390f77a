import Database
import Domain
import TestKit
import Testing

/// R26: a merge that made a new record of all: the winner's pair goes along, the losers stop, in whatever order.
@Suite struct FollowNewRecordTests {
    private struct Merge {
        var winner: PairID
        var loser: PairID
        /// The new record's own row, where an event has made one already.
        var newcomer: PairID?

        init(_ test: TestDatabase, told: Bool, newcomerFirst: Bool = false, winner: String? = "T1", loser: String? = "T2") async throws {
            if told, newcomerFirst { newcomer = try await test.plant(.company) { $0.hubspot_id = "9" } }
            self.winner = try await test.plantMerged("1", into: "9", loses: false, artis: winner)
            self.loser = try await test.plantMerged("2", into: "9", artis: loser)
            if told, !newcomerFirst { newcomer = try await test.plant(.company) { $0.hubspot_id = "9" } }
        }

        func follow(winnerFirst: Bool, on test: TestDatabase) async throws {
            for pair in winnerFirst ? [winner, loser] : [loser, winner] { _ = try await test.follow(pair) }
        }
    }

    private struct SeeHolder: Statement {
        static let sql = "SELECT artis_id, id FROM pair WHERE hubspot_id = '9'"
        static func decode(_ row: RowReader) throws(DatabaseError) -> (artis: String?, pair: PairID) {
            (try row.textOrNull(0), PairID(try row.int(1)))
        }
    }

    @Test("Both linked: the winner's tiers goes with the new record, the loser stops, its dependants follow", arguments: [
        (true, false, false), (false, false, false), (true, true, false), (false, true, false), (true, true, true), (false, true, true),
    ])
    func bothLinked(winnerFirst: Bool, told: Bool, newcomerFirst: Bool) async throws {
        try await TestDatabase.with { test in
            let merge = try await Merge(test, told: told, newcomerFirst: newcomerFirst)
            let waiter = try await test.plant(.deal) { $0.company_id = merge.loser }
            try await merge.follow(winnerFirst: winnerFirst, on: test)
            let holder = try #require(try await test.database.first(SeeHolder()))
            #expect(holder.artis == "T1")
            let loser = try await test.see(merge.loser)
            #expect(loser.state == .stopped && loser.reason == .mergedInHubSpot && loser.artisID == "T2")
            #expect(try await test.see(waiter).company == holder.pair)
            #expect(try await test.count("SELECT FROM pair WHERE kind = 'company'") == 2)
        }
    }

    @Test("Only the loser is linked: its tiers goes with the new record", arguments: [true, false], [true, false])
    func loserLinked(winnerFirst: Bool, told: Bool) async throws {
        try await TestDatabase.with { test in
            let merge = try await Merge(test, told: told, winner: nil)
            try await merge.follow(winnerFirst: winnerFirst, on: test)
            let holder = try #require(try await test.database.first(SeeHolder()))
            #expect(holder.artis == "T2")
            #expect(try await test.see(holder.pair).state == .pending)
        }
    }

    @Test("Neither is linked: one row stands for the new record, and nothing is left unanswered", arguments: [true, false])
    func neither(winnerFirst: Bool) async throws {
        try await TestDatabase.with { test in
            let merge = try await Merge(test, told: false, winner: nil, loser: nil)
            try await merge.follow(winnerFirst: winnerFirst, on: test)
            #expect(try await test.database.run(SeeHolder()).count == 1)
            #expect(try await test.count("SELECT FROM pair WHERE state = 'stopped' AND wanted = applied") == 1)
        }
    }
}
