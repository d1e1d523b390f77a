import Artis
import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("R24 the plan of one candidate")
struct PlanTests {
    private func plan(
        _ candidate: Candidate, record: ArtisObject? = nil, wins: System = .artis
    ) -> Plan {
        Plan(candidate, record: record, reference: .sample, pipeline: .sample, conflictWins: wins)
    }

    private func tiers(_ fields: [String: JSON]) -> ArtisObject {
        ArtisObject(id: ID("T000001"), version: 3, modified: nil, reference: nil, fields: fields)
    }

    @Test("what artis does not hold is created with every filled field, and with what belongs to a creation")
    func creation() {
        let plan = plan(
            Candidate(
                pair: .sample(.company), hubspot: [.name: "Durand", .city: "Pau", .salesperson: "marie@exemple.fr"],
                creation: [ArtisFieldName.relation: "Prospect"]))
        #expect(plan.artisFields["raisonSociale"] == "Durand")
        #expect(plan.artisFields["ville"] == "Pau")
        #expect(plan.artisFields["relation"] == "Prospect")
        #expect(plan.artisFields["ingenieurCommercial"] == "CO0001")
        #expect(plan.artisFields["telephone"] == nil)
        #expect(plan.hubspotProperties.isEmpty)
    }

    @Test("R4 a first link fills blanks from the other side, and the winner's value where both are filled")
    func firstLink() {
        let candidate = Candidate(
            pair: .sample(.company, artis: "T000001"), hubspot: [.name: "Durand", .city: "Pau"])
        let record = tiers(["raisonSociale": "DURAND SA", "telephone": "0559000000"])
        let plan = plan(candidate, record: record)
        #expect(plan.artisFields == ["ville": "Pau"])
        #expect(plan.hubspotProperties == ["name": "DURAND SA", "phone": "0559000000"])
        #expect(plan.decision.conflicts.map(\.field) == [.name])
        let other = self.plan(candidate, record: record, wins: .hubspot)
        #expect(other.artisFields == ["ville": "Pau", "raisonSociale": "Durand"])
        #expect(other.hubspotProperties == ["phone": "0559000000"])
    }

    @Test("one changed field of HubSpot's is written alone, and a cleared one clears")
    func change() {
        let last: Values = [.name: "Durand", .city: "Pau", .phone: "1"]
        let plan = plan(
            Candidate(
                pair: .sample(.company, artis: "T000001", snapshot: Snapshot(hubspot: last, artis: last), latched: true),
                hubspot: [.name: "Durand", .city: "Tarbes"]),
            record: tiers(["raisonSociale": "Durand", "ville": "Pau", "telephone": "1"]))
        #expect(plan.artisFields == ["ville": "Tarbes", "telephone": .null])
        #expect(plan.hubspotProperties.isEmpty)
    }

    @Test("R7 a field that cannot be carried counts as unchanged and keeps its last synced values")
    func uncarried() {
        let last: Values = [.name: "Durand", .siret: "73282932000074"]
        let plan = plan(
            Candidate(
                pair: .sample(.company, artis: "T000001", snapshot: Snapshot(hubspot: last, artis: last), latched: true),
                hubspot: [.name: "Durand et fils"], uncarried: [.siret]),
            record: tiers(["raisonSociale": "Durand", "siret": "73282932000074"]))
        #expect(plan.artisFields == ["raisonSociale": "Durand et fils"])
        #expect(plan.hubspotProperties.isEmpty)
        let snapshot = plan.snapshot(hubspot: plan.candidate.hubspot, artis: [.name: "Durand et fils"])
        #expect(snapshot.hubspot[.siret] == "73282932000074")
        #expect(snapshot.artis[.siret] == "73282932000074")
    }

    @Test("R24 a conflict whose winner the other side cannot hold is told once it is carried, and a warning until then", arguments: [
        ("marie@exemple.fr", true), ("nobody@exemple.fr", false),
    ])
    func conflictHeld(winner: String, isCarried: Bool) {
        let last: Values = [.name: "Durand", .salesperson: "luc@exemple.fr"]
        let plan = plan(
            Candidate(
                pair: .sample(.company, artis: "T000001", snapshot: Snapshot(hubspot: last, artis: last), latched: true),
                hubspot: [.name: "Durand", .salesperson: winner]),
            record: tiers(["raisonSociale": "Durand"]), wins: .hubspot)
        #expect(plan.decision.conflicts.map(\.field) == (isCarried ? [.salesperson] : []))
        #expect(plan.candidate.pair.warnings.map(\.code) == (isCarried ? [] : [.personUnmatched]))
        #expect(plan.artisFields.isEmpty == !isCarried)
    }

    @Test("R18 the default civilité of our own creation is never written back")
    func defaultCivility() {
        var candidate = Candidate(pair: .sample(.contact, artis: "IN000001"), hubspot: [.lastName: "Lefèvre", .firstName: "Zoé"])
        let record = ArtisObject(
            id: ID("IN000001"), version: 1, modified: nil, reference: "contacts:4102",
            fields: ["nom": "Lefèvre", "prenom": "Zoé", "titre": "MME"])
        #expect(plan(candidate, record: record).hubspotProperties == ["civilite": "MME"])
        candidate.isOwnCreation = true
        #expect(plan(candidate, record: record).hubspotProperties.isEmpty)
    }

    @Test("R17 a locked field is put back in HubSpot, and the others are written")
    func locked() {
        let last: Values = [.title: "Toiture", .amount: "100.00", .stage: "Gagnée"]
        var candidate = Candidate(
            pair: .sample(.deal, artis: "AF000001", snapshot: Snapshot(hubspot: last, artis: last), latched: true),
            hubspot: [.title: "Toiture neuve", .amount: "90.00", .stage: "Gagnée"])
        candidate.locked = [.amount]
        let record = ArtisObject(
            id: ID("AF000001"), version: 4, modified: nil, reference: nil,
            fields: ["intitule": "Toiture", "montant": "100.00", "statutAvantVente": "Gagnée"])
        let plan = plan(candidate, record: record)
        #expect(plan.artisFields == ["intitule": "Toiture neuve"])
        #expect(plan.hubspotProperties == ["amount": "100.00"])
        #expect(plan.decision.conflicts.map(\.cause) == [.locked])
    }
}
