import Database
import Domain
import TestKit
import Testing

/// R26: a record with the SIRET of a stopped pair takes the place of the one that is gone.
@Suite struct TakeOverTests {
    private func plantStopped(_ reason: Reason, on test: TestDatabase) async throws -> PairID {
        let pair = try await test.plant(.company) {
            ($0.hubspot_id, $0.artis_id, $0.latched, $0.applied) = ("1", "T1", true, 1)
            ($0.state, $0.reason) = (.stopped, reason)
        }
        try await test.database.script("UPDATE pair SET snapshot = '{\"hubspot\": {}, \"artis\": {}}'")
        return pair
    }

    private func takeOver(_ stopped: PairID, by newcomer: PairID, on test: TestDatabase) async throws -> PairID? {
        try await test.database.first(TakeOver(of: stopped, by: newcomer, lane: .live))
    }

    @Test("R26 A new company of HubSpot's takes over the tiers", arguments: [Reason.deletedInHubSpot, .mergedInHubSpot])
    func newCompany(reason: Reason) async throws {
        try await TestDatabase.with { test in
            let stopped = try await plantStopped(reason, on: test)
            let newcomer = try await test.plant(.company) { $0.hubspot_id = "2" }
            let waiter = try await test.plant(.deal) { $0.company_id = stopped }
            #expect(try await takeOver(stopped, by: newcomer, on: test) == stopped)
            let half = try #require(try await test.half(stopped))
            #expect(half.hubspotID == "2" && half.artisID == "T1")
            #expect(!half.hasSnapshot, "what was last synced says nothing of the newcomer")
            let seen = try await test.see(stopped)
            #expect(seen.state == .pending && seen.latchedAt != nil && seen.discovery == .live && seen.isUnanswered)
            #expect(try await test.see(waiter).company == stopped)
            #expect(try await test.find(newcomer) == nil)
        }
    }

    @Test("R26 A new tiers takes over the company whose tiers is gone")
    func newTiers() async throws {
        try await TestDatabase.with { test in
            let stopped = try await plantStopped(.deletedInArtis, on: test)
            let newcomer = try await test.plantHalf(artis: "T2")
            #expect(try await takeOver(stopped, by: newcomer, on: test) == stopped)
            let half = try #require(try await test.half(stopped))
            #expect(half.hubspotID == "1" && half.artisID == "T2" && !half.hasSnapshot)
        }
    }

    @Test("A pair that is stopped no longer gives nothing up")
    func resumed() async throws {
        try await TestDatabase.with { test in
            let pair = try await plantStopped(.deletedInHubSpot, on: test)
            try await test.database.script("UPDATE pair SET state = 'synced', reason = NULL")
            let newcomer = try await test.plant(.company) { $0.hubspot_id = "2" }
            #expect(try await takeOver(pair, by: newcomer, on: test) == nil)
            #expect(try await test.half(pair)?.hubspotID == "1")
            #expect(try await test.half(newcomer)?.hubspotID == "2")
        }
    }

    @Test("Where the newcomer does not fit, the stopped pair keeps both its records", arguments: [
        Reason.deletedInHubSpot, .mergedInHubSpot, .deletedInArtis,
    ])
    func noFit(reason: Reason) async throws {
        try await TestDatabase.with { test in
            let stopped = try await plantStopped(reason, on: test)
            let linked = try await test.plant(.company) { ($0.hubspot_id, $0.artis_id) = ("2", "T2") }
            let wrongSide = reason == .deletedInArtis
                ? try await test.plant(.company) { $0.hubspot_id = "3" } : try await test.plantHalf(artis: "T3")
            for newcomer in [linked, wrongSide, PairID(999), stopped] {
                #expect(try await takeOver(stopped, by: newcomer, on: test) == nil)
                let half = try #require(try await test.half(stopped))
                #expect(half.hubspotID == "1" && half.artisID == "T1" && half.hasSnapshot)
            }
        }
    }
}
