import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("What artis refuses")
struct RefusalTests {
    @Test("R24 a record that moved under our hands is read and merged again: what artis changed meanwhile stays")
    func moved() async throws {
        try await Bench.with { bench in
            let candidate = try await bench.renamed()
            bench.artis.interrupt { artis, request in
                if request.path.hasSuffix("/lots"), artis.operations.isEmpty { artis.put("tiers", "T1", ["ville": "Pau"]) }
                return nil
            }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .synced)
            #expect(bench.artis.operations.count == 2)
            #expect(bench.artis.records("tiers")["T1"]?.fields == ["raisonSociale": "Durand et fils", "ville": "Pau"])
            #expect(bench.hubspot.record("companies/4102") == ["city": "Pau"])
        }
    }

    @Test("a record that keeps moving is put off after a few rounds, with one attempt spent")
    func movesForEver() async throws {
        try await Bench.with { bench in
            let candidate = try await bench.renamed()
            bench.artis.interrupt { artis, request in
                if request.path.hasSuffix("/lots") { artis.put("tiers", "T1", ["ville": "Pau"]) }
                return nil
            }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .retrying)
            #expect(settlement.pair.attempts == 1)
            #expect(!settlement.answers)
            #expect(bench.artis.operations.count == 4)
        }
    }

    @Test("a person unknown to the other side is one warning, however many rounds it takes")
    func oneWarning() async throws {
        try await Bench.with { bench in
            let candidate = try await bench.renamed(artis: ["ingenieurCommercial": "CO0099"])
            bench.artis.interrupt { artis, request in
                if request.path.hasSuffix("/lots"), artis.operations.isEmpty { artis.put("tiers", "T1", ["ville": "Pau"]) }
                return nil
            }
            let warnings = try await bench.exchange(candidate).pair.warnings
            #expect(Set(warnings).count == warnings.count)
        }
    }

    @Test("R7 a new SIRET that a tiers holds already is a warning naming it, and the rest is written")
    func siretHeld() async throws {
        try await Bench.with { bench in
            var candidate = try await bench.renamed()
            candidate.hubspot[.siret] = "73282932000074"
            bench.artis.refuse(.refusal(409, "SIRET_EXISTANT", field: "siret", id: "T7")) { $0["champs"]?["siret"]?.string != nil }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .synced)
            #expect(settlement.pair.warnings == [Warning(.siretNotCarried, detail: "T7")])
            #expect(bench.artis.records("tiers")["T1"]?.fields == ["raisonSociale": "Durand et fils"])
            #expect(settlement.pair.snapshot?.hubspot[.siret] == nil)
        }
    }

    @Test("R26 a record that is deleted in artis between our look and our write stops its pair")
    func deletedMeanwhile() async throws {
        try await Bench.with { bench in
            let candidate = try await bench.renamed()
            bench.artis.interrupt { artis, request in
                if request.path.hasSuffix("/lots") { artis.remove("tiers", "T1") }
                return nil
            }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .stopped)
            #expect(settlement.pair.reason == .deletedInArtis)
        }
    }

    @Test("R26 a record that artis does not have any more stops its pair, and is not created again")
    func deleted() async throws {
        try await Bench.with { bench in
            let candidate = try await bench.renamed()
            bench.artis.remove("tiers", "T1")
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.reason == .deletedInArtis)
            #expect(bench.artis.operations.isEmpty)
        }
    }

    @Test("a field that artis wants and one record lacks blocks that one, naming the field; its neighbours are synced")
    func required() async throws {
        try await Bench.with { bench in
            let candidates = [
                try await bench.renamed("1", tiers: "T1"), try await bench.renamed("2", tiers: "T2"),
                try await bench.renamed("3", tiers: "T3"),
            ]
            bench.artis.refuse(.refusal(422, "CHAMP_OBLIGATOIRE", field: "pays")) { $0["id"]?.text == "T2" }
            let settled = try await bench.exchange(candidates)
            #expect(candidates.map { settled[$0.pair.id]?.pair.state } == [.synced, .blocked, .synced])
            let refused = try #require(settled[candidates[1].pair.id])
            #expect(refused.pair.reason == .artisRefused)
            #expect(refused.pair.detail == "CHAMP_OBLIGATOIRE pays: non")
            #expect(refused.answers)
        }
    }
}
