import Database
import Domain
import TestKit
import Testing

/// Invariants 3 and 4 where two rows become one while workers hold them.
@Suite struct JoinHalvesRaceTests {
    private struct Meeting: Sendable {
        var hubspot: Pair
        var artis: Pair

        /// - Parameter hubspotFirst: whether HubSpot's row is the older.
        init(on test: TestDatabase, hubspotFirst: Bool) async throws {
            func hubspotRow() async throws -> Pair {
                try await test.lease(try await test.plant(.company) { ($0.hubspot_id, $0.lease_term) = ("1", 4) })
            }
            if hubspotFirst {
                hubspot = try await hubspotRow()
                artis = try await test.lease(try await test.plantHalf(artis: "T1"))
            } else {
                artis = try await test.lease(try await test.plantHalf(artis: "T1"))
                hubspot = try await hubspotRow()
            }
        }

        var kept: PairID { min(hubspot.id, artis.id) }

        func join(in transaction: Transaction) async throws(DatabaseError) {
            _ = try await transaction.first(JoinHalves(hubspot.id, artis.id, lane: .live))
        }

        /// What a late worker of one half commits.
        func settle(_ pair: Pair) -> @Sendable (Transaction) async throws(DatabaseError) -> Void {
            { (transaction) async throws(DatabaseError) in
                var pair = pair
                (pair.state, pair.reason) = (.blocked, .nameMissing)
                _ = try await transaction.run(SettlePairs([Settlement(pair: pair)]))
            }
        }
    }

    @Test("Two joins that meet make one row, once", arguments: [true, false])
    func twoJoins(hubspotFirst: Bool) async throws {
        try await TestDatabase.with { test in
            let meeting = try await Meeting(on: test, hubspotFirst: hubspotFirst)
            try await Collision(test: test).run(meeting.join(in:), meets: meeting.join(in:))
            let half = try #require(try await test.half(meeting.kept))
            #expect(half.hubspotID == "1" && half.artisID == "T1")
            #expect(try await test.see(meeting.kept).wanted == 2)
            #expect(try await test.count("SELECT FROM pair") == 1)
        }
    }

    @Test("A worker that held either half and comes late changes nothing", arguments: [true, false], [true, false])
    func lateWorker(hubspotFirst: Bool, ofHubSpot: Bool) async throws {
        try await TestDatabase.with { test in
            let meeting = try await Meeting(on: test, hubspotFirst: hubspotFirst)
            let late = meeting.settle(ofHubSpot ? meeting.hubspot : meeting.artis)
            try await Collision(test: test).run(meeting.join(in:), meets: late)
            let half = try #require(try await test.half(meeting.kept))
            #expect(half.hubspotID == "1" && half.artisID == "T1")
            let seen = try await test.see(meeting.kept)
            #expect(seen.state == .pending && seen.isUnanswered)
            #expect(seen.term > max(meeting.hubspot.term, meeting.artis.term), "both terms count no more")
        }
    }

    @Test("A worker that commits first is not overwritten by halves: the joined row is looked at anew", arguments: [true, false])
    func earlyWorker(hubspotFirst: Bool) async throws {
        try await TestDatabase.with { test in
            let meeting = try await Meeting(on: test, hubspotFirst: hubspotFirst)
            try await Collision(test: test).run(meeting.settle(meeting.artis), meets: meeting.join(in:))
            let seen = try await test.see(meeting.kept)
            #expect(seen.state == .pending && seen.isUnanswered && seen.artisID == "T1")
            #expect(try await test.hints(of: meeting.kept).count == 1)
        }
    }
}
