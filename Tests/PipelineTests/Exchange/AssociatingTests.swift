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

    @Test("R12 an activity that HubSpot refuses its new company keeps the one it has")
    func keepsItsCompany() async throws {
        try await Bench.with { bench in
            try await bench.holdActions()
            _ = try await bench.plantOpen("6", tiers: "T6")
            let values: Values = [.date: "2026-03-02T09:00:00Z", .subject: "Rappel"]
            bench.artis.put("actions", "AC1", [
                "domaine": "COM", "type": "TEL", "motif": "SUIVI", "date": "2026-03-02T09:00:00Z", "objet": "Rappel", "tiers": "T6",
            ])
            let pair = try await bench.leased(.call, "4102", latched: true) {
                $0.artisID = ID("AC1")
                $0.snapshot = Snapshot(hubspot: values, artis: values)
                $0.snapshot?.hubspot[.company] = "T5"
                $0.snapshot?.artis[.company] = "T5"
            }
            var candidate = Candidate(pair: pair, hubspot: values, tiers: ID("T5"))
            candidate.ends.companies = [ID("5")]
            bench.hubspot.refuseLink { _, to in to == "6" ? ["category": "OBJECT_NOT_FOUND", "message": "gone"] : nil }
            #expect(try await bench.exchange(candidate).pair.state == .retrying)
            #expect(bench.hubspot.links == [])
            bench.hubspot.refuseLink { _, _ in nil }
            #expect(try await bench.exchange(candidate).pair.state == .synced)
            #expect(bench.hubspot.links.map { $0.prefix(22) } == ["+calls/4102 companies/6", "-calls/4102 companies/5"].map { $0.prefix(22) })
        }
    }
}
