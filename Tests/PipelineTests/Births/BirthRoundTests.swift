import Artis
import Database
import Domain
import HTTP
import HubSpot
import Testing
import Trades

@testable import Pipeline

@Suite("R14 Dependants born in artis, at the gate")
struct BirthRoundTests {
    private func survey(_ pair: Pair, _ bench: Bench, _ trade: any DependantTrade = DealTrade()) async throws -> Survey {
        try await DependantSurvey(trade).survey([pair], lane: .live, in: bench.workshop)
    }

    private func born(_ bench: Bench, tiers: JSON = "T5", reference: String? = nil) async throws -> Pair {
        bench.artis.put("affaires", "AF1", reference: reference, [
            "intitule": "Toiture", "statutAvantVente": "Approche", "tiers": tiers,
        ])
        return try await bench.lease(try await bench.plantBorn(.deal, "AF1"))
    }

    @Test("under an open company it is created there: with its box, its pipeline, and its company as the primary one")
    func open() async throws {
        try await Bench.with { bench in
            let company = try await bench.plantOpen()
            let survey = try await survey(try await born(bench), bench)
            let candidate = try #require(survey.candidates.first)
            #expect(candidate.pair.companyID == company && candidate.tiers == ID("T5") && candidate.hubspot == Values())
            #expect(candidate.birth?.properties == ["synchro_artis": "true", "pipeline": "7"])
            #expect(candidate.birth?.company == HubSpotCreation.Association(to: ID("5"), kind: .company, typeID: 5))
            #expect(survey.settled.isEmpty)
        }
    }

    @Test("R13 under a company that nobody has looked at it waits, and the company is made known and queued ahead of it")
    func unknownCompany() async throws {
        try await Bench.with { bench in
            let survey = try await survey(try await born(bench), bench)
            let settlement = try #require(survey.settled.first)
            #expect(survey.candidates.isEmpty)
            #expect(settlement.pair.state == .waiting && settlement.pair.reason == .companyNotSynced)
            let company = try #require(settlement.pair.companyID)
            #expect(try await bench.see(company).artisID == ID("T5"))
            #expect(try await bench.hints(of: company).count == 1)
        }
    }

    @Test("R26 under a stopped company it waits for that; without a tiers it waits for one", arguments: [
        ("T5" as String?, Reason.companyStopped), (nil, .noCompany),
    ])
    func waits(tiers: String?, reason: Reason) async throws {
        try await Bench.with { bench in
            let company = try await bench.plantOpen()
            try await bench.database.script("UPDATE pair SET state = 'stopped', reason = 'DELETED_IN_HUBSPOT' WHERE id = \(company)")
            let survey = try await survey(try await born(bench, tiers: tiers.map(JSON.string) ?? .null), bench)
            #expect(survey.candidates.isEmpty && survey.settled.map(\.pair.reason) == [reason])
        }
    }

    @Test("R20 an action becomes the activity that its triple stands for; one that stands for none is not eligible", arguments: [
        ("RDV", Kind.meeting), ("MAIL", .email), ("FAX", nil),
    ])
    func action(type: String, kind: Kind?) async throws {
        try await Bench.with { bench in
            try await bench.holdActions()
            _ = try await bench.plantOpen()
            bench.artis.put("actions", "AC1", [
                "domaine": "COM", "type": .string(type), "motif": "SUIVI", "date": "2026-03-02T09:00:00Z", "tiers": "T5",
            ])
            let pair = try await bench.lease(try await bench.plantBorn(.call, "AC1"))
            let survey = try await survey(pair, bench, ActivityTrade())
            #expect(survey.candidates.map(\.pair.kind) == [kind].compactMap { $0 })
            #expect(survey.settled.map(\.pair.reason) == (kind == nil ? [.actionUnmapped] : []))
        }
    }

    @Test("Invariant 8: what we made after HubSpot's record is linked with that one, and never created there", arguments: [true, false])
    func recognised(hasRow: Bool) async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen()
            bench.hubspot.put("deals/31", ["dealname": "Toiture", "pipeline": "7", "dealstage": "s0", "synchro_artis": "true"])
            bench.hubspot.associate("deals/31", "companies", ["5"])
            let row = hasRow ? try await bench.plant(.deal, "31") : nil
            let pair = try await born(bench, reference: "deals:31")
            let survey = try await survey(pair, bench)
            if let row {
                #expect(survey.candidates.isEmpty && survey.settled.isEmpty)
                #expect(try await bench.see(row).artisID == ID("AF1"))
            } else {
                let candidate = try #require(survey.candidates.first)
                #expect(candidate.pair.hubspotID == ID("31") && candidate.birth == nil && candidate.hubspot[.title] == "Toiture")
            }
        }
    }

    @Test("a name of ours whose record is another pair's, or of another type, makes nobody ours", arguments: ["deals:31", "contacts:31", "x"])
    func notOurs(reference: String) async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen()
            _ = try await bench.plant(.deal, "31", latched: true) { $0.artisID = ID("AF9") }
            let survey = try await survey(try await born(bench, reference: reference), bench)
            #expect(survey.candidates.map { $0.birth != nil } == [true])
        }
    }

    @Test("R26 what artis has no more stops")
    func gone() async throws {
        try await Bench.with { bench in
            let pair = try await born(bench)
            bench.artis.remove("affaires", "AF1")
            #expect(try await survey(pair, bench).settled.map(\.pair.reason) == [.deletedInArtis])
        }
    }
}
