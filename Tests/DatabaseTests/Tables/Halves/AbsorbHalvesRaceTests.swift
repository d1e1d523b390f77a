import Database
import Domain
import TestKit
import Testing

/// The row of an event, and the worker that made its record, are united by another worker at the same instant.
@Suite struct AbsorbHalvesRaceTests {
    private struct Meeting: Sendable {
        var creator: Pair
        var half: PairID

        /// - Parameter creatorFirst: whether the row that gets the new id is the older.
        init(on test: TestDatabase, creatorFirst: Bool) async throws {
            if creatorFirst {
                creator = try await test.lease(try await test.plantHalf(.deal, artis: "AF1"))
                half = try await test.plant(.deal) { $0.hubspot_id = "1" }
            } else {
                half = try await test.plant(.deal) { $0.hubspot_id = "1" }
                creator = try await test.lease(try await test.plantHalf(.deal, artis: "AF1"))
            }
        }

        func join(in transaction: Transaction) async throws(DatabaseError) {
            _ = try await transaction.first(JoinHalves(creator.id, half, lane: .live))
        }

        func settle(in transaction: Transaction) async throws(DatabaseError) {
            var pair = creator
            (pair.hubspotID, pair.state) = ("1", .synced)
            _ = try await transaction.run(AbsorbHalves(of: [pair]))
            _ = try await transaction.run(SettlePairs([Settlement(pair: pair, latches: true, unites: true)]))
        }
    }

    @Test("Whoever commits first, one row with both ids is left", arguments: [true, false], [true, false])
    func meets(creatorFirst: Bool, joinsFirst: Bool) async throws {
        try await TestDatabase.with { test in
            let meeting = try await Meeting(on: test, creatorFirst: creatorFirst)
            if joinsFirst {
                try await Collision(test: test).run(meeting.join(in:), meets: meeting.settle(in:))
            } else {
                try await Collision(test: test).run(meeting.settle(in:), meets: meeting.join(in:))
            }
            let kept = try #require(try await test.database.first(FindPairs(kind: .deal, hubspotIDs: ["1"])))
            #expect(kept.artisID == "AF1")
            #expect(try await test.count("SELECT FROM pair") == 1)
        }
    }
}
