import Artis
import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("What artis does not hold yet")
struct CreationTests {
    private static let siret = "73282932000074"

    private func company(_ pair: Pair, siret: String = Self.siret) -> Candidate {
        Candidate(pair: pair, hubspot: [.name: "Durand", .siret: siret], match: .siret(siret))
    }

    private func contact(_ pair: Pair, match: Candidate.Match = .none) -> Candidate {
        Candidate(
            pair: pair, hubspot: [.lastName: "Lefèvre", .firstName: "Zoé", .email: "zoe@exemple.fr"], match: match,
            creation: [ArtisFieldName.titre: "MME"], tiers: ID("T1"))
    }

    @Test("a record is created once, under our own name of it, and what artis holds then is the last synced value")
    func creation() async throws {
        try await Bench.with { bench in
            let settlement = try await bench.exchange(company(try await bench.leased(.company, "4102")))
            let (id, record) = try #require(bench.artis.records("tiers").first)
            #expect(record.reference == "companies:4102")
            #expect(settlement.pair.artisID?.rawValue == id)
            #expect(settlement.pair.state == .synced)
            #expect(settlement.latches)
            #expect(settlement.pair.snapshot?.artis == [.name: "Durand", .siret: Self.siret])
            #expect(settlement.journal.map(\.event) == [.created, .opened])
        }
    }

    @Test("a pair whose number and term a database had that was restored since gets a record of its own, and not that one's")
    func restored() async throws {
        try await Bench.with { bench in
            let first = try await bench.leased(.company, "4102")
            _ = try await bench.exchange(company(first))
            var other = first
            other.hubspotID = ID("4103")
            let settlement = try await bench.exchange(company(other, siret: "35600000000048"))
            #expect(bench.artis.records("tiers").count == 2)
            let record = bench.artis.records("tiers").first { $0.key == settlement.pair.artisID?.rawValue }?.value
            #expect(record?.reference == "companies:4103")
        }
    }

    @Test("Invariant 8, R18: a creation whose answer was lost is found by its reference, and the default civilité stays in artis")
    func lostAnswer() async throws {
        try await Bench.with { bench in
            bench.artis.put("interlocuteurs", "IN1", reference: "contacts:4102", [
                "nom": "Lefèvre", "prenom": "Zoé", "titre": "MME", "mail": "zoe@exemple.fr", "tiers": "T1",
            ])
            let settlement = try await bench.exchange(contact(try await bench.leased(.contact, "4102")))
            #expect(settlement.pair.artisID == ID("IN1"))
            #expect(settlement.pair.state == .synced)
            #expect(bench.artis.records("interlocuteurs").count == 1)
            #expect(bench.hubspot.record("contacts/4102").isEmpty)
        }
    }

    @Test("R18 our own creation that is found by its mail keeps its default civilité to itself")
    func lostAnswerByMail() async throws {
        try await Bench.with { bench in
            bench.artis.put("interlocuteurs", "IN1", reference: "contacts:4102", [
                "nom": "Lefèvre", "prenom": "Zoé", "titre": "MME", "mail": "zoe@exemple.fr", "tiers": "T1",
            ])
            let pair = try await bench.leased(.contact, "4102")
            let settlement = try await bench.exchange(contact(pair, match: .mail("zoe@exemple.fr", tiers: ID("T1"))))
            #expect(settlement.pair.artisID == ID("IN1"))
            #expect(bench.hubspot.record("contacts/4102").isEmpty)
        }
    }

    @Test("Invariant 8: the same key with another body is our own creation, and it is brought up to date")
    func keyUsedAgain() async throws {
        try await Bench.with { bench in
            let pair = try await bench.leased(.deal, "4102")
            var candidate = Candidate(pair: pair, hubspot: [.title: "Toiture", .stage: "Approche"], tiers: ID("T1"))
            _ = try await bench.exchange(candidate)
            candidate.hubspot[.title] = "Toiture neuve"
            let settlement = try await bench.exchange(candidate)
            let (id, record) = try #require(bench.artis.records("affaires").first)
            #expect(bench.artis.records("affaires").count == 1)
            #expect(settlement.pair.artisID?.rawValue == id)
            #expect(settlement.pair.state == .synced)
            // Two sides that differ at a first link: the winner of the installation's conflicts holds.
            #expect(record.fields["intitule"] == "Toiture")
        }
    }

    @Test("R4 a tiers that took the SIRET between our look and our creation is linked at the next look")
    func siretTakenMeanwhile() async throws {
        try await Bench.with { bench in
            bench.artis.interrupt { artis, request in
                guard request.path.hasSuffix("/lots"), artis.records("tiers").isEmpty else { return nil }
                artis.put("tiers", "T9", ["raisonSociale": "Durand", "siret": .string(Self.siret)])
                let refusal = JSON.refusal(409, "SIRET_EXISTANT", field: "siret", id: "T9")
                return HTTPResponse(200, ["resultats": [refusal]])
            }
            let settlement = try await bench.exchange(company(try await bench.leased(.company, "4102")))
            #expect(settlement.pair.artisID == ID("T9"))
            #expect(settlement.journal.map(\.event) == [.linked, .opened])
            #expect(settlement.pair.warnings.isEmpty)
            #expect(settlement.pair.snapshot?.hubspot[.siret] == Self.siret)
            #expect(bench.artis.records("tiers").count == 1)
        }
    }

    @Test("R6 a tiers that another company is linked with is not shared: the second is told who holds it")
    func tiersTaken() async throws {
        try await Bench.with { bench in
            bench.artis.put("tiers", "T1", ["raisonSociale": "Durand", "siret": .string(Self.siret)])
            _ = try await bench.plant(.company, "77", latched: true) { $0.artisID = ID("T1") }
            let settlement = try await bench.exchange(company(try await bench.leased(.company, "4102")))
            #expect(settlement.pair.reason == .siretDuplicate)
            #expect(settlement.pair.detail == "77")
            #expect(bench.artis.operations.isEmpty)
        }
    }

    @Test("R28 a contact is matched by its mail on its own tiers alone, and never with one that is linked", arguments: [
        ("T1", false, "IN1"), ("T2", false, nil), ("T1", true, nil),
    ])
    func matchByMail(tiers: String, linked: Bool, found: String?) async throws {
        try await Bench.with { bench in
            bench.artis.put("interlocuteurs", "IN1", [
                "nom": "Lefèvre", "prenom": "Zoé", "titre": "MME", "mail": "Zoe@Exemple.fr", "tiers": .string(tiers),
            ])
            if linked { _ = try await bench.plant(.contact, "77", latched: true) { $0.artisID = ID("IN1") } }
            let pair = try await bench.leased(.contact, "4102")
            let settlement = try await bench.exchange(contact(pair, match: .mail("zoe@exemple.fr", tiers: ID("T1"))))
            #expect(settlement.pair.state == .synced)
            #expect((settlement.pair.artisID == ID("IN1")) == (found != nil))
            #expect(bench.artis.records("interlocuteurs").count == (found == nil ? 2 : 1))
        }
    }
}
