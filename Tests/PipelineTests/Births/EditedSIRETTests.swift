import Database
import Domain
import HTTP
import Testing
import Trades

@testable import Pipeline

@Suite("R4, R9 A SIRET is edited before the two halves of a company have met")
struct EditedSIRETTests {
    private static let (early, late) = ("73282932000074", "35600000000048")

    /// A company of HubSpot's that was looked at under its early SIRET, and a tiers that nobody has looked at. Whoever is
    /// named first is; then everybody.
    private func meet(
        _ bench: Bench, hubspot: String, artis: String, first: Domain.System
    ) async throws {
        try await bench.database.script("INSERT INTO cursor (name, value) VALUES ('siret.scan', '{\"done\": true}')")
        bench.hubspot.put("companies/1", [
            "name": "Durand", "SIRET": hubspot, "synchro_artis": "true", "lifecyclestage": "opportunity",
        ])
        bench.artis.put("tiers", "T1", ["raisonSociale": "Durand", "siret": .string(artis), "relation": "Client"])
        let company = try await bench.plant(.company, "1") {
            ($0.state, $0.reason, $0.siret) = (.blocked, .artisRefused, Self.early)
            $0.lookedAt = Instant(microseconds: 1)
        }
        _ = try await bench.database.run(SeeSIRETs([(company: ID("1"), siret: Self.early)]))
        let tiers = try await bench.plantBorn(.company, "T1")
        let crew = CrashBench(bench: bench, trade: CompanyTrade())
        _ = await crew.work(on: first == .hubspot ? company : tiers)
        try await crew.comeToRest()
    }

    @Test("edited to one SIRET on both sides they are one, whoever is looked at first", arguments: [Domain.System.hubspot, .artis])
    func agreeing(first: Domain.System) async throws {
        try await Bench.with { bench in
            try await meet(bench, hubspot: Self.late, artis: Self.late, first: first)
            #expect(bench.hubspot.records("companies").count == 1 && bench.artis.records("tiers").count == 1)
            let pair = try #require(try await bench.database.first(FindByArtis(kind: .company, id: "T1")))
            #expect(pair.hubspotID == ID("1") && pair.state == .synced && pair.siret == Self.late)
        }
    }

    @Test("R4 without a SIRET property no tiers can be looked up in HubSpot: it is blocked, and wakes once there is one")
    func propertyMissing() async throws {
        try await Bench.with { bench in
            try await bench.database.script("INSERT INTO cursor (name, value) VALUES ('siret.scan', '{\"done\": true}')")
            try await bench.refreshProperties(siret: "siren")
            bench.artis.put("tiers", "T1", ["raisonSociale": "Durand", "siret": .string(Self.early), "relation": "Client"])
            let tiers = try await bench.plantBorn(.company, "T1")
            let crew = CrashBench(bench: bench, trade: CompanyTrade())
            _ = await crew.work(on: tiers)
            let pair = try await bench.see(tiers)
            #expect(pair.state == .blocked && pair.reason == .hubspotRefused && pair.detail == "siret: the property is missing")
            #expect(bench.hubspot.records("companies").isEmpty)

            try await bench.carryHints()
            try await bench.refreshProperties(siret: "SIRET")
            #expect(try await bench.hints(of: tiers).count == 1)
            try await crew.comeToRest()
            #expect(try await bench.see(tiers).state == .synced && bench.hubspot.records("companies").count == 1)
        }
    }

    @Test("edited on one side alone, they are two companies, each on both sides", arguments: [Domain.System.hubspot, .artis])
    func apart(first: Domain.System) async throws {
        try await Bench.with { bench in
            try await meet(bench, hubspot: Self.early, artis: Self.late, first: first)
            #expect(bench.hubspot.records("companies").values.compactMap { $0["SIRET"] }.sorted() == [Self.late, Self.early])
            #expect(bench.artis.records("tiers").values.compactMap { $0.fields["siret"]?.string }.sorted() == [Self.late, Self.early])
            let pair = try #require(try await bench.database.first(FindByArtis(kind: .company, id: "T1")))
            #expect(pair.state == .synced && pair.hubspotID != ID("1"))
        }
    }
}
