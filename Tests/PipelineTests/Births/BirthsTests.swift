import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("R14 What HubSpot does not hold yet")
struct BirthsTests {
    @Test("a record is created once, with our reference, its box and its company, and opens its pair")
    func creation() async throws {
        try await Bench.with { bench in
            let settlement = try await bench.exchange(try await bench.bornDeal("AF1"))
            let (key, record) = try #require(bench.hubspot.records("deals").first)
            #expect(record["passerelle_ref"] == "affaires:AF1" && record["dealname"] == "Toiture")
            #expect(record["synchro_artis"] == "true" && record["dealstage"] == "s0")
            #expect(settlement.pair.hubspotID.map { "deals/\($0)" } == key)
            #expect(settlement.pair.state == .synced && settlement.latches && settlement.unites)
            #expect(!settlement.findsBelow, "nothing can hang on it yet")
            #expect(settlement.journal.map(\.event) == [.created, .opened])
            #expect(settlement.pair.snapshot?.hubspot[.title] == "Toiture" && settlement.pair.snapshot?.artis[.title] == "Toiture")
            #expect(bench.hubspot.links == ["+\(key) companies/5 (5)"])
            #expect(bench.artis.operations.isEmpty)
        }
    }

    @Test("one record of a hundred that HubSpot minds fails alone: the others are created by the same call")
    func oneOfMany() async throws {
        try await Bench.with { bench in
            var candidates: [Candidate] = []
            for number in 1...100 { candidates.append(try await bench.bornDeal("AF\(number)", title: "Toiture \(number)")) }
            bench.hubspot.refuseCreation {
                $0["dealname"] == "Toiture 42"
                    ? ["category": "VALIDATION_ERROR", "message": "too long", "context": ["propertyName": ["dealname"]]] : nil
            }
            let settled = try await bench.exchange(candidates)
            #expect(bench.hubspot.records("deals").count == 99)
            #expect(settled.values.count { $0.pair.state == .synced } == 99)
            let refused = try #require(settled[candidates[41].pair.id])
            #expect(refused.pair.reason == .hubspotRefused && refused.pair.detail == "dealname: too long")
            #expect(refused.isUncreated, "it is known that nothing was made")
            #expect(bench.creations.count == 100)
        }
    }

    @Test("R28 a mail that another contact of HubSpot's holds blocks the one, naming the holder")
    func mailHeld() async throws {
        try await Bench.with { bench in
            bench.hubspot.put("contacts/77", ["email": "Zoe@exemple.fr"])
            bench.artis.put("interlocuteurs", "IN1", [
                "nom": "Lefèvre", "prenom": "Zoé", "titre": "MME", "mail": "zoe@exemple.fr", "tiers": "T5",
            ])
            var candidate = bench.bornDeal(try await bench.lease(try await bench.plantBorn(.contact, "IN1")))
            candidate.birth = Birth(properties: ["synchro_artis": "true"])
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.reason == .contactDuplicate && settlement.pair.detail == "77")
            #expect(bench.hubspot.records("contacts").count == 1)
        }
    }

    @Test("where the account lacks our property nothing is created: the pair is blocked, and the remedy is named")
    func missingProperty() async throws {
        try await Bench.with { bench in
            try await bench.refreshOwnReferences(unique: nil)
            let candidate = try await bench.bornDeal("AF1")
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .blocked && settlement.pair.reason == .hubspotRefused)
            #expect(settlement.pair.detail == "passerelle_ref: passerelle setup")
            #expect(bench.creations.isEmpty)
            _ = try await bench.settle([settlement])
            #expect(try await bench.see(candidate.pair.id).creatingAt == nil)
        }
    }

    @Test("a record that HubSpot says nothing of is tried again later, and looked for first")
    func noWord() async throws {
        try await Bench.with { bench in
            let candidate = try await bench.bornDeal("AF1")
            bench.hubspot.interrupt { $0.path.hasSuffix("/create") ? HTTPResponse(200, ["results": []]) : nil }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .retrying && settlement.pair.hubspotID == nil)
            _ = try await bench.settle([settlement])
            #expect(try await bench.see(candidate.pair.id).creatingAt != nil)
            bench.hubspot.interrupt(nil)
            let next = try await bench.exchange(bench.bornDeal(try await bench.lease(candidate.pair.id)))
            #expect(next.pair.state == .synced)
            let calls = bench.hubspot.calls.suffix(2).map(\.path)
            #expect(calls == ["/crm/v3/objects/deals/batch/read", "/crm/v3/objects/deals/batch/create"])
            _ = try await bench.settle([next])
            #expect(try await bench.see(candidate.pair.id).creatingAt == nil)
        }
    }

    @Test("Invariant 3: a creation whose lease was lost between is not sent; its neighbours are created")
    func lostLease() async throws {
        try await Bench.with { bench in
            let (lost, kept) = (try await bench.bornDeal("AF1"), try await bench.bornDeal("AF2", title: "Murs"))
            _ = try await bench.takenOver(lost.pair.id)
            let settled = try await bench.exchange([lost, kept])
            #expect(settled[lost.pair.id] == nil)
            #expect(bench.hubspot.records("deals").values.map { $0["dealname"] } == ["Murs"])
        }
    }
}
