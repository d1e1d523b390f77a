import Database
import Domain
import TestKit
import Testing

/// R26: a pair whose record was merged away follows it, or stops.
@Suite struct FollowMergeTests {
    @Test("Whom nobody stands for takes the survivor's id, linked or not, and looks at it anew", arguments: [true, false])
    func noHeir(linked: Bool) async throws {
        try await TestDatabase.with { test in
            let lost = try await test.plantMerged("2", into: "1", artis: linked ? "T2" : nil)
            let row = try #require(try await test.follow(lost))
            #expect(row.heir == lost && row.releasedSIRET == nil && !row.isStopped)
            let half = try #require(try await test.half(lost))
            #expect(half.hubspotID == "1" && half.mergedInto == nil && !half.loses)
            let seen = try await test.see(lost)
            #expect(seen.state == .pending && seen.isUnanswered && seen.siret == "siret 2")
            #expect(seen.discovery == (linked ? .live : nil), "what hangs on the survivor is to be found")
            #expect(try await test.hints(of: lost).map(\.isDue) == [true])
        }
    }

    @Test("A linked pair becomes one with the survivor's that is not; what waited for either waits for the one")
    func heirUnlinked() async throws {
        try await TestDatabase.with { test in
            let heir = try await test.plant(.company) { $0.hubspot_id = "1" }
            let lost = try await test.plantMerged("2", into: "1", artis: "T2")
            let waiters = [try await test.plant(.deal) { $0.company_id = lost }, try await test.plant { $0.company_id = heir }]
            let row = try #require(try await test.follow(lost))
            #expect(row.heir == heir && !row.isStopped)
            let half = try #require(try await test.half(heir))
            #expect(half.hubspotID == "1" && half.artisID == "T2" && half.mergedInto == nil && !half.loses)
            #expect(try await test.see(heir).latchedAt != nil)
            #expect(try await test.find(lost) == nil)
            for waiter in waiters { #expect(try await test.see(waiter).company == heir) }
        }
    }

    @Test("Two linked ones: the loser stops, lets its SIRET go, and its dependants go to the survivor, awake", arguments: [
        "T2", nil,
    ])
    func heirLinked(artis: String?) async throws {
        try await TestDatabase.with { test in
            let heir = try await test.plantOpenCompany { ($0.hubspot_id, $0.artis_id) = ("1", "T1") }
            let lost = try await test.plantMerged("2", into: "1", artis: artis)
            let waiter = try await test.plant(.deal) { ($0.company_id, $0.state, $0.applied) = (lost, .waiting, 1) }
            let row = try #require(try await test.follow(lost))
            #expect(row.heir == heir && row.releasedSIRET == "siret 2" && row.isStopped)
            let seen = try await test.see(lost)
            #expect(seen.state == .stopped && seen.reason == .mergedInHubSpot && seen.siret == nil)
            #expect(!seen.isUnanswered && !seen.isLeased && seen.nextAttemptAt == nil)
            #expect(try await test.half(lost)?.detail == "1")
            #expect(try await test.half(lost)?.hubspotID == "2")
            #expect(try await test.hints(of: lost).isEmpty)
            #expect(try await test.see(waiter).company == heir)
            #expect(try await test.see(waiter).isUnanswered)
            #expect(try await test.hints(of: waiter).count == 1)
            #expect(try await !test.see(heir).isUnanswered, "the survivor's own event tells of it")
        }
    }

    @Test("Twice is once: who has followed has nothing to follow any more", arguments: [nil, "T1"])
    func twice(heirArtis: String?) async throws {
        try await TestDatabase.with { test in
            if let heirArtis { _ = try await test.plantOpenCompany { ($0.hubspot_id, $0.artis_id) = ("1", heirArtis) } }
            let lost = try await test.plantMerged("2", into: "1", artis: "T2")
            _ = try await test.follow(lost)
            let (half, seen) = (try await test.half(lost), try await test.see(lost))
            #expect(try await test.follow(lost)?.heir == nil)
            #expect(try await test.half(lost) == half)
            #expect(try await test.see(lost) == seen)
        }
    }

    @Test("Invariant 3: whoever held a lease of the pair, or of the one it joins, comes late", arguments: [nil, "T1"])
    func lateWorker(heirArtis: String?) async throws {
        try await TestDatabase.with { test in
            let heir = try await test.lease(try await test.plant(.company) { ($0.hubspot_id, $0.artis_id) = ("1", heirArtis) })
            let lost = try await test.lease(try await test.plantMerged("2", into: "1", artis: "T2"))
            let kept = try #require(try await test.follow(lost.id)?.heir)
            let late = heirArtis == nil ? [heir, lost] : [lost]
            #expect(try await test.database.run(SettlePairs(late.map { Settlement(pair: $0) })).map(\.pair) == [])
            #expect(try await test.half(kept)?.hubspotID == "1")
        }
    }

    @Test("A record of another kind that bears the survivor's id stands for nobody")
    func namesake() async throws {
        try await TestDatabase.with { test in
            _ = try await test.plant(.deal) { ($0.hubspot_id, $0.artis_id) = ("1", "AF1") }
            let lost = try await test.plantMerged("2", into: "1", artis: "T2")
            #expect(try await test.follow(lost)?.heir == lost)
        }
    }
}
