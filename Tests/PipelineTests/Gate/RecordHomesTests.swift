import Database
import Domain
import HubSpot
import Testing

@testable import Pipeline

@Suite("R12 whether a primary company takes a record from a synced one") struct RecordHomesTests {
    @Test("is decided by its SIRET, once somebody has looked at it, and at all that was told of it since", arguments: [
        ("looked_at = NULL, applied = 0", nil, true), ("looked_at = now(), applied = wanted", nil, false),
        ("looked_at = now(), applied = 0", nil, true), ("looked_at = now(), applied = 0", "35600000000048", false),
    ] as [(String, String?, Bool)])
    func undecided(stands: String, siret: String?, isUndecided: Bool) async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen("5", tiers: "T5")
            let primary = try await bench.plant(.company, "6")
            try await bench.database.script("UPDATE pair SET \(stands) WHERE id = \(primary)")
            if let siret { _ = try await bench.database.run(SeeSIRETs([(company: ID("6"), siret: siret)])) }
            let companies = try await bench.workshop.companies(named: [ID("5"), ID("6")], lane: .live)
            let ends = [HubSpotAssociation(id: ID("6"), typeIDs: [5]), HubSpotAssociation(id: ID("5"), typeIDs: [341])]
            let homes = RecordHomes(ends: [ID("7"): ends])
            #expect(homes.isUndecided(ID("7"), companies: companies) == isUndecided)
        }
    }
}
