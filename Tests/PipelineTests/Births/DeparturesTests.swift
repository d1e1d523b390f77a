import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("R26, invariant 8: records that leave HubSpot before their first sync")
struct DeparturesTests {
    private func settle(_ pairs: [Pair], _ bench: Bench) async throws -> [Settlement] {
        try await Departures(workshop: bench.workshop, lane: .live).settle(pairs)
    }

    @Test("what was made in artis, the answer lost, is known to the row that stops")
    func lostAnswer() async throws {
        try await Bench.with { bench in
            bench.artis.put("affaires", "AF7", reference: "deals:31", ["intitule": "Toiture"])
            bench.artis.put("affaires", "AF8", reference: "deals:33", ["intitule": "Escalier"])
            let pairs = [try await bench.leased(.deal, "31"), try await bench.leased(.deal, "32")]
            let settled = try await settle(pairs, bench)
            #expect(settled.map(\.pair.state) == [.stopped, .stopped])
            #expect(settled.map(\.pair.reason) == [.deletedInHubSpot, .deletedInHubSpot])
            #expect(settled.map(\.pair.artisID) == [ID("AF7"), nil])
            _ = try await bench.settle(settled)
            #expect(try await bench.see(pairs[0].id).artisID == ID("AF7"))
        }
    }

    @Test("where somebody has changed it in artis since, the row that stands for it and this one become one")
    func told() async throws {
        try await Bench.with { bench in
            bench.artis.put("affaires", "AF7", reference: "deals:31", ["intitule": "Toiture"])
            let half = try await bench.plantBorn(.deal, "AF7")
            let gone = try await bench.leased(.deal, "31")
            #expect(try await settle([gone], bench).isEmpty)
            let kept = try #require(try await [bench.find(half), bench.find(gone.id)].compactMap(\.self).first)
            #expect(kept.hubspotID == ID("31") && kept.artisID == ID("AF7") && kept.wanted > kept.applied)
        }
    }
}
