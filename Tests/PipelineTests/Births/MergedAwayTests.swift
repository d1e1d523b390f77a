import Database
import Domain
import HTTP
import HubSpot
import Testing

@testable import Pipeline

@Suite("R26 what a read shows of merges") struct MergedAwayTests {
    @Test("what was answered under another's id is not the loser's, also where an event has told of it since that was read", arguments: [
        "", "merged_into = '9', merge_loser = true, wanted = wanted + 1",
        "state = 'stopped', reason = 'MERGED_IN_HUBSPOT', detail = '9'",
    ])
    func answeredUnderAnother(meanwhile: String) async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen("9", tiers: "T9")
            let loser = try await bench.leased(.company, "5")
            if !meanwhile.isEmpty { try await bench.database.script("UPDATE pair SET \(meanwhile) WHERE id = \(loser.id)") }
            let survivor = HubSpotObject(id: ID("9"), mergedIDs: [ID("5")])
            let merged = MergedAway(workshop: bench.workshop, lane: .live)
            #expect(try await merged.note(.company, [ID("5"): survivor], of: [loser]) == [loser.id])
            #expect(try await merged.note(.company, [ID("5"): HubSpotObject(id: ID("5"))], of: [loser]).isEmpty)
        }
    }

    @Test("what was made of the loser in artis, the answer lost, goes along: nothing is made a second time", arguments: [true, false])
    func lostAnswer(hasHeir: Bool) async throws {
        try await Bench.with { bench in
            bench.artis.put("affaires", "AF7", reference: "deals:31", ["intitule": "Toiture"])
            let loser = try await bench.plant(.deal, "31")
            if hasHeir { _ = try await bench.plant(.deal, "32") }
            try await bench.database.script("UPDATE pair SET merged_into = '32', merge_loser = true WHERE id = \(loser)")
            let told = try await bench.lease(loser)
            #expect(try await MergedAway(workshop: bench.workshop, lane: .live).follow([told]).isEmpty)
            let rows = try await bench.database.run(FindPairs(kind: .deal, hubspotIDs: [ID("31"), ID("32")]))
            #expect(rows.map(\.hubspotID) == [ID("32")] && rows.map(\.artisID) == [ID("AF7")])
        }
    }
}
