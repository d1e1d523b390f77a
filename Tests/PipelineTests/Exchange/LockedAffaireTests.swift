import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("R17 a locked affaire")
struct LockedAffaireTests {
    private static let last: Values = [.title: "Toiture", .amount: "100.00", .stage: "Gagnée", .company: "T1"]

    /// A won deal whose title and amount people changed in HubSpot.
    private func candidate(_ bench: Bench, tiers: String = "T1") async throws -> Candidate {
        bench.artis.put("affaires", "AF1", [
            "intitule": "Toiture", "montant": "100.00", "statutAvantVente": "Gagnée", "tiers": "T1",
        ])
        let pair = try await bench.leased(.deal, "4102", latched: true) {
            $0.artisID = ID("AF1")
            $0.snapshot = Snapshot(hubspot: Self.last, artis: Self.last)
        }
        let hubspot: Values = [.title: "Toiture neuve", .amount: "90.00", .stage: "Gagnée", .company: tiers]
        return Candidate(pair: pair, hubspot: hubspot, tiers: ID(tiers))
    }

    @Test("the field that artis names is put back in HubSpot with a conflict, and the others are written")
    func oneField() async throws {
        try await Bench.with { bench in
            let candidate = try await candidate(bench)
            bench.artis.refuse(.refusal(409, "AFFAIRE_VERROUILLEE", field: "montant")) { $0["champs"]?["montant"]?.string != nil }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .synced)
            #expect(bench.hubspot.record("deals/4102") == ["amount": "100.00"])
            #expect(bench.artis.records("affaires")["AF1"]?.fields["intitule"] == "Toiture neuve")
            #expect(settlement.conflicts.map(\.field) == [.amount])
            #expect(settlement.conflicts.map(\.cause) == [.locked])
        }
    }

    @Test("artis names one field at a time: all of them are put back in one exchange, however many")
    func oneAtATime() async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen("5", tiers: "T1")
            var candidate = try await candidate(bench, tiers: "T2")
            candidate.hubspot[.closeDay] = "2026-12-24"
            bench.artis.interrupt { _, request in
                guard request.path.hasSuffix("/lots") else { return nil }
                let fields = request.json["operations"]?.array?.first?["champs"]?.object ?? [:]
                let locked = ["intitule", "montant", "dateConclusion", "tiers"].first { fields[$0] != nil }
                return locked.map { HTTPResponse(200, ["resultats": [.refusal(409, "AFFAIRE_VERROUILLEE", field: $0)]]) }
            }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .synced)
            #expect(Set(settlement.conflicts.map(\.field)) == [.title, .amount, .closeDay, .company])
        }
    }

    @Test("without a field, every field of that write is put back")
    func everyField() async throws {
        try await Bench.with { bench in
            let candidate = try await candidate(bench)
            bench.artis.refuse(.refusal(409, "AFFAIRE_VERROUILLEE"))
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .synced)
            #expect(bench.hubspot.record("deals/4102") == ["amount": "100.00", "dealname": "Toiture"])
            #expect(Set(settlement.conflicts.map(\.field)) == [.title, .amount])
            #expect(bench.artis.operations.count == 1)
        }
    }

    @Test("R12 without a field, a deal that has moved goes back to the affaire's tiers too", arguments: [nil, "tiers"])
    func move(field: String?) async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen("5", tiers: "T1")
            var candidate = try await candidate(bench, tiers: "T2")
            candidate.hubspot = Self.last
            candidate.hubspot[.company] = "T2"
            bench.artis.refuse(.refusal(409, "AFFAIRE_VERROUILLEE", field: field))
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .synced)
            #expect(settlement.conflicts.map(\.field) == [.company])
            #expect(settlement.conflicts.map(\.artis) == ["T1"])
            #expect(bench.artis.operations.count == 1 && bench.hubspot.links == ["+deals/4102 companies/5 (5)"])
        }
    }
}
