import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("R7 A SIRET that changes in artis after the link")
struct CarriedSIRETTests {
    private static let old = "73282932000074"
    private static let new = "35600000000048"

    /// A linked company whose tiers people gave another SIRET, and a telephone.
    private func changed(_ bench: Bench, to siret: JSON) async throws -> Candidate {
        bench.artis.put("tiers", "T1", ["raisonSociale": "Durand", "siret": siret, "telephone": "0559000000"])
        bench.hubspot.put("companies/4102", ["name": "Durand", "SIRET": Self.old])
        let last: Values = [.name: "Durand", .siret: Self.old]
        let pair = try await bench.leased(.company, "4102", latched: true) {
            $0.artisID = ID("T1")
            $0.siret = Self.old
            $0.snapshot = Snapshot(hubspot: last, artis: last)
        }
        return Candidate(pair: pair, hubspot: last)
    }

    @Test("valid and free, it is carried over, and held from now on", arguments: ["35600000000048", "356 000 000 00048"])
    func carried(spelling: String) async throws {
        try await Bench.with { bench in
            let settlement = try await bench.exchange(try await changed(bench, to: .string(spelling)))
            #expect(bench.hubspot.record("companies/4102")["SIRET"] == Self.new)
            #expect(settlement.pair.siret == Self.new && settlement.pair.warnings.isEmpty)
            #expect(try await bench.see(settlement.pair.id).siret == Self.new, "the claim comes before the write")
        }
    }

    @Test("empty, invalid or held by another it is not carried, with a warning, and the rest of the record goes on", arguments: [
        (.null, false), ("123", false), ("35600000000048", true),
    ] as [(JSON, Bool)])
    func left(siret: JSON, held: Bool) async throws {
        try await Bench.with { bench in
            if held { _ = try await bench.plant(.company, "77", latched: true) { $0.siret = Self.new } }
            var candidate = try await changed(bench, to: siret)
            let settlement = try await bench.exchange(candidate)
            #expect(bench.hubspot.record("companies/4102") == ["name": "Durand", "SIRET": Self.old, "phone": "0559000000"])
            #expect(bench.artis.operations.isEmpty, "a person's value in artis is not overwritten")
            #expect(settlement.pair.state == .synced && settlement.pair.siret == Self.old)
            #expect(settlement.pair.warnings.map(\.code) == [.siretNotCarried])
            if held { #expect(settlement.pair.warnings.map(\.detail) == ["77"]) }
            // It is looked at again as long as it stands so, and told once.
            candidate.pair = settlement.pair
            candidate.hubspot[.phone] = "0559000000"
            #expect(try await bench.exchange(candidate).pair.warnings.count == 1)
        }
    }

    @Test("one that did not change is nobody's matter, valid or not", arguments: ["73282932000074", "732 829 320 00074"])
    func unchanged(spelling: String) async throws {
        try await Bench.with { bench in
            let settlement = try await bench.exchange(try await changed(bench, to: .string(spelling)))
            #expect(settlement.pair.warnings.isEmpty && settlement.pair.siret == Self.old)
            #expect(bench.hubspot.record("companies/4102")["SIRET"] == Self.old)
        }
    }
}
