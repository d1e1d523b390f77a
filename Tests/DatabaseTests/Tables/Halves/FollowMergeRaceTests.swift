import Database
import Domain
import TestKit
import Testing

/// R26: the survivor's row changes while a pair follows a merge to it.
@Suite struct FollowMergeRaceTests {
    private func follow(_ pair: PairID) -> @Sendable (Transaction) async throws(DatabaseError) -> Void {
        { (transaction) async throws(DatabaseError) in
            _ = try await transaction.first(FollowMerge(of: pair, lane: .live))
        }
    }

    @Test("A survivor that is linked meanwhile stops the loser, and neither loses a record")
    func linkedMeanwhile() async throws {
        try await TestDatabase.with { test in
            let heir = try await test.lease(try await test.plant(.company) { $0.hubspot_id = "1" })
            let lost = try await test.plantMerged("2", into: "1", artis: "T2")
            let linking: @Sendable (Transaction) async throws(DatabaseError) -> Void = { (transaction) async throws(DatabaseError) in
                var pair = heir
                (pair.artisID, pair.state) = ("T1", .synced)
                _ = try await transaction.run(SettlePairs([Settlement(pair: pair, latches: true)]))
            }
            try await Collision(test: test).run(linking, meets: follow(lost))
            #expect(try await test.half(heir.id)?.artisID == "T1")
            let half = try #require(try await test.half(lost))
            #expect(half.hubspotID == "2" && half.artisID == "T2")
            #expect(try await test.see(lost).reason == .mergedInHubSpot)
        }
    }

    @Test("A survivor that becomes one with its own tiers meanwhile stops the loser")
    func joinedMeanwhile() async throws {
        try await TestDatabase.with { test in
            let kept = try await test.plantHalf(artis: "T1")
            let heir = try await test.plant(.company) { $0.hubspot_id = "1" }
            let lost = try await test.plantMerged("2", into: "1", artis: "T2")
            let waiter = try await test.plant(.deal) { $0.company_id = lost }
            let joining: @Sendable (Transaction) async throws(DatabaseError) -> Void = { (transaction) async throws(DatabaseError) in
                _ = try await transaction.first(JoinHalves(kept, heir, lane: .live))
            }
            try await Collision(test: test).run(joining, meets: follow(lost))
            #expect(try await test.half(lost)?.hubspotID == "2")
            #expect(try await test.see(lost).reason == .mergedInHubSpot)
            #expect(try await test.see(waiter).company == kept)
        }
    }

    @Test("Two workers that follow one merge follow it once", arguments: [nil, "T1"])
    func twice(heirArtis: String?) async throws {
        try await TestDatabase.with { test in
            let heir = try await test.plant(.company) { ($0.hubspot_id, $0.artis_id) = ("1", heirArtis) }
            let lost = try await test.plantMerged("2", into: "1", artis: "T2")
            try await Collision(test: test).run(follow(lost), meets: follow(lost))
            #expect(try await test.half(heir)?.artisID == heirArtis ?? "T2")
            #expect(try await test.find(lost)?.reason == (heirArtis == nil ? nil : .mergedInHubSpot))
        }
    }

    @Test("Winner and loser of a new record that follow at once leave it to the winner")
    func both() async throws {
        try await TestDatabase.with { test in
            let winner = try await test.plantMerged("1", into: "9", loses: false, artis: "T1")
            let loser = try await test.plantMerged("2", into: "9", artis: "T2")
            try await Collision(test: test).run(follow(winner), meets: follow(loser))
            #expect(try await test.half(winner)?.hubspotID == "9")
            #expect(try await test.half(loser)?.hubspotID == "2")
            #expect(try await test.see(loser).reason == .mergedInHubSpot)
        }
    }
}
