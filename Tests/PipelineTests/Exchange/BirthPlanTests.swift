import Artis
import Database
import Domain
import HTTP
import HubSpot
import Testing

@testable import Pipeline

@Suite("R14 the plan of a record that HubSpot does not hold yet")
struct BirthPlanTests {
    private func plan(_ candidate: Candidate, _ fields: [String: JSON]) -> Plan {
        let record = ArtisObject(id: ID("IN1"), version: 3, modified: nil, reference: nil, fields: fields)
        return Plan(candidate, record: record, reference: .sample, pipeline: .sample, conflictWins: .artis)
    }

    private let fields: [String: JSON] = ["nom": "Lefèvre", "prenom": "Zoé", "titre": "MME", "tiers": "T5"]

    @Test("every filled field goes to HubSpot with what belongs to the creation; artis is not touched")
    func creation() {
        var candidate = Candidate(pair: .sample(.contact, hubspot: nil, artis: "IN1"), hubspot: Values(), tiers: ID("T5"))
        candidate.birth = Birth(properties: ["synchro_artis": "true"])
        let plan = plan(candidate, fields)
        #expect(plan.isBirth && plan.writesHubSpot && plan.artisFields.isEmpty)
        #expect(plan.hubspotProperties == [
            "lastname": "Lefèvre", "firstname": "Zoé", "civilite": "MME", "synchro_artis": "true",
        ])
        #expect(plan.reference == "interlocuteurs:IN1" && plan.decision.conflicts.isEmpty)
        #expect(plan.journal(of: plan.candidate.pair, isFirst: true).map(\.event) == [.created, .opened])
    }

    @Test("an open pair whose record is created again, say after a deletion in artis was undone, opens nothing anew")
    func notFirst() {
        let pair = Pair.sample(.contact, hubspot: nil, artis: "IN1", latched: true)
        let plan = plan(Candidate(pair: pair, hubspot: Values(), birth: Birth(properties: [:])), fields)
        #expect(plan.journal(of: pair, isFirst: false).map(\.event) == [.created])
    }

    @Test("R9 a linked record whose box is not ticked is ticked, though nothing else differs")
    func box() {
        let values: Values = [.lastName: "Lefèvre", .firstName: "Zoé", .civility: "MME"]
        var candidate = Candidate(pair: .sample(.contact, artis: "IN1", snapshot: Snapshot(hubspot: values, artis: values)), hubspot: values)
        #expect(!plan(candidate, fields).writes)
        candidate.ticksBox = true
        let plan = plan(candidate, fields)
        #expect(plan.hubspotProperties == ["synchro_artis": "true"] && plan.artisFields.isEmpty && !plan.isBirth)
        #expect(plan.reference == "contacts:4102")
    }

    @Test("R24 one change on each side goes to the other side, and no further")
    func bothWays() {
        let last: Values = [.lastName: "Lefèvre", .firstName: "Zoé", .civility: "MME", .phone: "1", .jobTitle: "Achats"]
        let candidate = Candidate(
            pair: .sample(.contact, artis: "IN1", snapshot: Snapshot(hubspot: last, artis: last), latched: true),
            hubspot: last.applying([.phone: "2"]))
        let plan = plan(candidate, fields.merging(["telephone": "1", "fonction": "Direction"]) { $1 })
        #expect(plan.artisFields == ["telephone": "2"] && plan.hubspotProperties == ["jobtitle": "Direction"])
        #expect(plan.decision.conflicts.isEmpty)
    }

    @Test("R7 what cannot be carried from artis counts as unchanged, and keeps its last synced values")
    func uncarried() {
        let last: Values = [.lastName: "Lefèvre", .firstName: "Zoé", .civility: "MME", .phone: "1"]
        var candidate = Candidate(
            pair: .sample(.contact, artis: "IN1", snapshot: Snapshot(hubspot: last, artis: last), latched: true), hubspot: last)
        candidate.uncarriedArtis = [.phone]
        let plan = plan(candidate, fields.merging(["telephone": "3"]) { $1 })
        #expect(!plan.writes)
        #expect(plan.snapshot(hubspot: last, artis: last.applying([.phone: "3"])).artis[.phone] == "1")
    }
}
