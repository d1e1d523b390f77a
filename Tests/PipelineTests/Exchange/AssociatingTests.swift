import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("Associations that HubSpot minds")
struct AssociatingTests {
    /// A deal that artis has moved to the company 6.
    private func moved(_ bench: Bench, _ id: String) async throws -> Candidate {
        bench.artis.put("affaires", "AF\(id)", ["intitule": "Toiture", "statutAvantVente": "Approche", "tiers": "T6"])
        let pair = try await bench.leased(.deal, id, latched: true) {
            $0.artisID = ID("AF\(id)")
            let last: Values = [.title: "Toiture", .stage: "Approche", .company: "T5"]
            $0.snapshot = Snapshot(hubspot: last, artis: last)
        }
        return Candidate(pair: pair, hubspot: [.title: "Toiture", .stage: "Approche"], tiers: ID("T5"))
    }

    private func exchange(_ bench: Bench, minding error: JSON) async throws -> [Settlement] {
        _ = try await bench.plantOpen("6", tiers: "T6")
        bench.hubspot.refuseLink { from, _ in from == "2" ? error : nil }
        let candidates = [try await moved(bench, "1"), try await moved(bench, "2"), try await moved(bench, "3")]
        let settled = try await bench.exchange(candidates)
        return candidates.compactMap { settled[$0.pair.id] }
    }

    @Test("a refusal is its own record's, with HubSpot's words; its neighbours are synced")
    func refused() async throws {
        try await Bench.with { bench in
            let settled = try await exchange(bench, minding: ["category": "VALIDATION_ERROR", "message": "too many"])
            #expect(settled.map(\.pair.state) == [.synced, .blocked, .synced])
            #expect(settled[1].pair.reason == .hubspotRefused && settled[1].pair.detail?.contains("too many") == true)
            #expect(settled[1].pair.snapshot?.hubspot[.company] == "T5", "it is tried again once somebody has acted")
            #expect(bench.hubspot.links == ["+deals/1 companies/6 (5)", "+deals/3 companies/6 (5)"])
        }
    }

    @Test("R26 a missing end may be the other one: the record is not taken for deleted, and is looked at again")
    func missing() async throws {
        try await Bench.with { bench in
            let settled = try await exchange(bench, minding: ["category": "OBJECT_NOT_FOUND", "message": "gone"])
            #expect(settled.map(\.pair.state) == [.synced, .retrying, .synced])
            #expect(!settled[1].answers && settled[1].nextAttemptAt != nil)
        }
    }
}
