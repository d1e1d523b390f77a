import Database
import Domain
import HTTP
import Testing
import Trades

@testable import Pipeline

@Suite("Invariant 8: a worker dies at any of its calls while it creates a record")
struct CreationCrashTests {
    private func crash(_ bench: Bench, _ trade: any Trade) -> CrashBench { CrashBench(bench: bench, trade: trade) }

    @Test("in HubSpot: one stands there in the end, linked and synced, whether its event came before or not",
        arguments: CreationCase.inHubSpot)
    func inHubSpot(_ given: CreationCase) async throws {
        try await Bench.with { bench in
            try await given.prepare(bench)
            let deaths = try await crash(bench, given.trade).everyDeath { number in
                try await given.plantInArtis(number, bench)
            } meanwhile: { number in
                if given.isTold { try await given.tellOfHubSpot(number, bench) }
                // The lag of searches is over.
                if !given.isUnique {
                    try await bench.database.script("UPDATE pair SET creating_at = creating_at - interval '20 seconds'")
                }
            } check: { number, _, death in
                try await given.expectOneInHubSpot(number, bench, death)
            }
            #expect(deaths >= 4)
            #expect(bench.artis.operations.isEmpty, "nothing of artis' was touched")
            #expect(bench.hubspot.records(given.kind.objectType).count == deaths + 1)
        }
    }

    @Test("in artis: one stands there in the end, linked and synced, whether the feed told of it or not",
        arguments: CreationCase.inArtis)
    func inArtis(_ given: CreationCase) async throws {
        try await Bench.with { bench in
            try await given.prepare(bench)
            let deaths = try await crash(bench, given.trade).everyDeath { number in
                try await given.plantInHubSpot(number, bench)
            } meanwhile: { number in
                if given.isTold { try await given.tellOfArtis(number, bench) }
            } check: { number, _, death in
                try await given.expectOneInArtis(number, bench, death)
            }
            #expect(deaths >= 6)
            #expect(bench.artis.records(given.kind.collection).count == deaths + 1)
            #expect(bench.creations.isEmpty)
        }
    }

    @Test("of a company in HubSpot: one stands there in the end, with its SIRET held by its pair")
    func company() async throws {
        try await Bench.with { bench in
            try await bench.database.script("INSERT INTO cursor (name, value) VALUES ('siret.scan', '{\"done\": true}')")
            // La Poste: any number whose digits' sum divides by five is valid.
            func siret(_ number: Int) -> String {
                (0...9).map { "356000000" + String(10_000 + number * 10 + $0).suffix(5) }.first { digits in
                    digits.compactMap(\.wholeNumberValue).reduce(0, +) % 5 == 0
                } ?? ""
            }
            let deaths = try await crash(bench, CompanyTrade()).everyDeath { number in
                bench.artis.put("tiers", "T\(number)", [
                    "raisonSociale": "Durand", "siret": .string(siret(number)), "relation": "Prospect",
                ])
                return try await bench.plantBorn(.company, "T\(number)")
            } check: { number, _, death in
                let made = bench.hubspot.records("companies").filter { $0.value["passerelle_ref"] == "tiers:T\(number)" }
                let key = try #require(made.keys.first, "\(death)")
                #expect(made.count == 1 && made[key]?["SIRET"] == siret(number), "\(death)")
                let pair = try #require(try await bench.database.first(FindByArtis(kind: .company, id: "T\(number)")))
                #expect(pair.state == .synced && pair.siret == siret(number) && pair.hubspotID != nil, "\(death)")
            }
            #expect(deaths >= 4)
            #expect(bench.hubspot.records("companies").count == deaths + 1)
            #expect(bench.artis.operations.isEmpty)
        }
    }
}
