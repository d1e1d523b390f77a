import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("Writing to both sides")
struct WritingTests {
    /// A company whose tiers people gave a telephone in artis.
    private func phoned(_ bench: Bench, _ hubspotID: String, tiers: String) async throws -> Candidate {
        var candidate = try await bench.renamed(hubspotID, tiers: tiers, artis: ["telephone": "0559000000"])
        candidate.hubspot = [.name: "Durand"]
        return candidate
    }

    @Test("R24 artis changed between our write and our look at it: what we wrote is the last synced value")
    func changedBehindOurWrite() async throws {
        try await Bench.with { bench in
            let candidate = try await bench.renamed()
            bench.artis.interrupt { artis, request in
                if request.path.hasSuffix("/lecture"), !artis.operations.isEmpty {
                    artis.put("tiers", "T1", ["raisonSociale": "Durand SAS"])
                }
                return nil
            }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.snapshot?.artis == [.name: "Durand et fils"])
            #expect(settlement.pair.artisVersion == 2)

            // At the next look their change is one of artis' own, and goes to HubSpot.
            var next = candidate
            next.pair = settlement.pair
            bench.artis.interrupt(nil)
            _ = try await bench.exchange(next)
            #expect(bench.hubspot.record("companies/4102") == ["name": "Durand SAS"])
        }
    }

    @Test("R24 what artis makes of our write becomes the last synced value, and causes no further write")
    func madeOfOurWrite() async throws {
        try await Bench.with { bench in
            let candidate = try await bench.renamed()
            bench.artis.interrupt { artis, request in
                guard request.path.hasSuffix("/lots") else { return nil }
                artis.put("tiers", "T1", ["raisonSociale": "DURAND ET FILS"])
                return HTTPResponse(200, ["resultats": [["statut": 200, "id": "T1", "version": 2]]])
            }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.snapshot?.artis == [.name: "DURAND ET FILS"])
            var next = candidate
            next.pair = settlement.pair
            let again = try await bench.exchange(next)
            #expect(again.pair.state == .synced)
            #expect(bench.artis.calls.filter { $0.path.hasSuffix("/lots") }.count == 1)
            #expect(bench.hubspot.record("companies/4102").isEmpty)
        }
    }

    @Test("what HubSpot refuses of one record blocks that one, naming the property; its neighbours are synced")
    func hubSpotRefuses() async throws {
        try await Bench.with { bench in
            let candidates = [
                try await phoned(bench, "1", tiers: "T1"), try await phoned(bench, "2", tiers: "T2"),
                try await phoned(bench, "3", tiers: "T3"),
            ]
            bench.hubspot.refuse("2", [
                "category": "VALIDATION_ERROR", "message": "too long",
                "context": ["objectWriteTraceId": ["2"], "propertyName": ["phone"]],
            ])
            let settled = try await bench.exchange(candidates)
            #expect(candidates.map { settled[$0.pair.id]?.pair.state } == [.synced, .blocked, .synced])
            let refused = try #require(settled[candidates[1].pair.id])
            #expect(refused.pair.reason == .hubspotRefused)
            #expect(refused.pair.detail?.contains("too long") == true)
            #expect(bench.hubspot.record("companies/3") == ["phone": "0559000000"])
        }
    }

    @Test("R26 a record that HubSpot lost between our look and our write stops its pair")
    func deletedInHubSpot() async throws {
        try await Bench.with { bench in
            let candidate = try await phoned(bench, "4102", tiers: "T1")
            bench.hubspot.refuse("4102", [
                "category": "OBJECT_NOT_FOUND", "message": "gone", "context": ["objectWriteTraceId": ["4102"]],
            ])
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.reason == .deletedInHubSpot)
        }
    }

    @Test("a record that HubSpot says nothing of is tried again later")
    func noWord() async throws {
        try await Bench.with { bench in
            let candidate = try await phoned(bench, "4102", tiers: "T1")
            bench.hubspot.interrupt { $0.path.hasSuffix("/update") ? HTTPResponse(200, ["results": []]) : nil }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .retrying)
        }
    }

    @Test("Invariant 3: a worker that lost its lease to another writes nothing to either system; its neighbours go on")
    func lostLease() async throws {
        try await Bench.with { bench in
            let lost = try await bench.renamed("1", tiers: "T1")
            let kept = try await bench.renamed("2", tiers: "T2")
            try await bench.database.script("UPDATE pair SET lease_until = now() - interval '1 second' WHERE id = \(lost.pair.id)")
            _ = try await bench.lease(lost.pair.id, owner: "another")
            let settled = try await bench.exchange([lost, kept])
            #expect(settled[lost.pair.id] == nil)
            #expect(settled[kept.pair.id]?.pair.state == .synced)
            #expect(bench.artis.operations.compactMap { $0["id"]?.text } == ["T2"])
        }
    }

    @Test("R25 two sides that hold what was last synced cause no write, and no lease is asked for")
    func nothingToDo() async throws {
        try await Bench.with { bench in
            var candidate = try await bench.renamed()
            candidate.hubspot = [.name: "Durand"]
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .synced)
            #expect(settlement.journal.isEmpty)
            #expect(bench.artis.operations.isEmpty)
            #expect(bench.hubspot.calls.allSatisfy { !$0.path.hasSuffix("/update") })
        }
    }
}
