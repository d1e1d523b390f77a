import Database
import Domain
import HTTP
import Testing
import Trades

@testable import Pipeline

@Suite("Invariant 8: a worker dies at any of its calls while it creates a record")
struct CreationCrashTests {
    private func crash(_ bench: Bench, _ trade: any Trade) -> CrashBench { CrashBench(bench: bench, trade: trade) }

    /// What HubSpot's event of a record that we made tells.
    private func tell(_ bench: Bench, _ kind: Kind, _ type: String, _ reference: String) async throws {
        guard let record = bench.hubspot.records(type).first(where: { $0.value["passerelle_ref"] == reference }) else { return }
        let id = ID<HubSpotRecord>(String(record.key.split(separator: "/")[1]))
        _ = try await bench.database.run(AcceptChanges([Change(kind: kind, hubspotID: id)], lane: .live))
    }

    @Test("in HubSpot: one deal stands there in the end, linked and synced, whether its event came before or not", arguments: [
        (true, false), (true, true), (false, false), (false, true),
    ])
    func inHubSpot(unique: Bool, told: Bool) async throws {
        try await Bench.with { bench in
            try await bench.refreshOwnReferences(unique: unique)
            _ = try await bench.plantOpen()
            let deaths = try await crash(bench, DependantSurvey(DealTrade())).everyDeath { number in
                bench.artis.put("affaires", "AF\(number)", [
                    "intitule": "Toiture", "statutAvantVente": "Approche", "tiers": "T5",
                ])
                return try await bench.plantBorn(.deal, "AF\(number)")
            } meanwhile: { number in
                if told { try await tell(bench, .deal, "deals", "affaires:AF\(number)") }
                // The lag of searches is over.
                if !unique {
                    try await bench.database.script("UPDATE pair SET creating_at = creating_at - interval '20 seconds'")
                }
            } check: { number, _, death in
                let made = bench.hubspot.records("deals").filter { $0.value["passerelle_ref"] == "affaires:AF\(number)" }
                let key = try #require(made.keys.first, "\(death)")
                #expect(made.count == 1 && bench.hubspot.writes(key) == 1, "\(death)")
                #expect(bench.hubspot.ends("\(key)/companies") == ["5"], "\(death)")
                let pair = try #require(try await bench.database.first(FindByArtis(kind: .deal, id: "AF\(number)")))
                #expect(pair.hubspotID.map { "deals/\($0)" } == key && pair.state == .synced && pair.isLatched, "\(death)")
                #expect(pair.snapshot?.hubspot[.title] == "Toiture" && pair.snapshot?.artis[.title] == "Toiture", "\(death)")
                #expect(pair.creatingAt == nil, "\(death)")
            }
            #expect(deaths >= 4)
            #expect(bench.artis.operations.isEmpty, "nothing of artis' was touched")
            #expect(bench.artis.records("affaires").count == bench.hubspot.records("deals").count)
        }
    }

    @Test("in artis: one interlocuteur stands there in the end, linked and synced, whether the feed told of it or not", arguments: [
        false, true,
    ])
    func inArtis(told: Bool) async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen()
            let deaths = try await crash(bench, DependantSurvey(ContactTrade())).everyDeath { number in
                bench.hubspot.put("contacts/\(number)", [
                    "lastname": "Lefèvre", "firstname": "Zoé", "email": "zoe\(number)@exemple.fr", "synchro_artis": "true",
                ])
                bench.hubspot.associate("contacts/\(number)", "companies", ["5"])
                return try await bench.plant(.contact, "\(number)")
            } meanwhile: { number in
                guard told, let made = bench.artis.records("interlocuteurs").first(where: { $0.value.reference == "contacts:\(number)" })
                else { return }
                let told = ArtisTold(kind: .contact, artisID: ID(made.key), version: 1)
                _ = try await bench.database.run(AcceptArtisChanges([told], lane: .live))
            } check: { number, _, death in
                let made = bench.artis.records("interlocuteurs").filter { $0.value.reference == "contacts:\(number)" }
                let (id, record) = try #require(made.first, "\(death)")
                #expect(made.count == 1 && record.version == 1, "\(death)")
                let pair = try #require(try await bench.database.first(FindByArtis(kind: .contact, id: id)))
                #expect(pair.hubspotID == ID("\(number)") && pair.state == .synced && pair.isLatched, "\(death)")
                #expect(bench.hubspot.writes("contacts/\(number)") == 0, "R18 no default goes back: \(death)")
            }
            #expect(deaths >= 6)
            #expect(bench.artis.records("interlocuteurs").count == deaths + 1)
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
