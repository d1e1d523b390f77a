import Database
import Domain
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
}
