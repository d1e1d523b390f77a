import Artis
import Database
import Domain
import HTTP
import HubSpot
import Testing
import Trades

@testable import Pipeline

@Suite("R28 Contacts born in artis whose mail HubSpot holds")
struct ContactBirthTests {
    private func survey(_ bench: Bench, mail: String = "Zoe@exemple.fr", company: Bool = true) async throws -> Survey {
        if company { _ = try await bench.plantOpen() }
        bench.artis.put("interlocuteurs", "IN1", [
            "nom": "Lefèvre", "prenom": "Zoé", "titre": "MME", "mail": .string(mail), "tiers": "T5",
        ])
        let pair = try await bench.lease(try await bench.plantBorn(.contact, "IN1"))
        return try await DependantSurvey(ContactTrade()).survey([pair], lane: .live, in: bench.workshop)
    }

    private func hold(_ bench: Bench, companies: [String], primary: String? = nil) {
        bench.hubspot.put("contacts/77", ["email": "zoe@exemple.fr", "lastname": "Lefèvre", "firstname": "Zoé"])
        bench.hubspot.associate("contacts/77", "companies", companies, primary: primary)
    }

    @Test("on the same company they are one person: linked though unticked, and ticked", arguments: [
        (["5"], nil), (["5", "6"], "5"),
    ])
    func samePerson(companies: [String], primary: String?) async throws {
        try await Bench.with { bench in
            hold(bench, companies: companies, primary: primary)
            let survey = try await survey(bench)
            let candidate = try #require(survey.candidates.first)
            #expect(candidate.pair.hubspotID == ID("77") && candidate.birth == nil && candidate.ticksBox)
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .synced)
            #expect(bench.hubspot.record("contacts/77")["synchro_artis"] == "true")
            #expect(bench.creations.isEmpty)
        }
    }

    @Test("elsewhere, or where HubSpot does not say which company it is, it blocks, naming the holder", arguments: [
        (["6"], nil), (["5", "6"], nil), (["5", "6"], "6"), ([], nil),
    ])
    func elsewhere(companies: [String], primary: String?) async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen("6", tiers: "T6")
            hold(bench, companies: companies, primary: primary)
            let survey = try await survey(bench)
            #expect(survey.candidates.isEmpty)
            #expect(survey.settled.map(\.pair.reason) == [.contactDuplicate])
            #expect(survey.settled.map(\.pair.detail) == ["77"])
        }
    }

    @Test("R12 a primary company without a SIRET takes no holder from a synced one; nobody decides before it was looked at",
        arguments: [true, false])
    func madeByHubSpot(isLookedAt: Bool) async throws {
        try await Bench.with { bench in
            hold(bench, companies: ["5", "6"], primary: "6")
            if isLookedAt {
                let company = try await bench.plant(.company, "6")
                try await bench.database.script("UPDATE pair SET looked_at = now(), applied = wanted WHERE id = \(company)")
            }
            let survey = try await survey(bench)
            #expect(survey.candidates.map(\.pair.hubspotID) == (isLookedAt ? [ID("77")] : []))
            #expect(survey.settled.map(\.answers) == (isLookedAt ? [] : [false]))
        }
    }

    @Test("a holder that is another interlocuteur's blocks, though it hangs on the same company")
    func linked() async throws {
        try await Bench.with { bench in
            hold(bench, companies: ["5"])
            _ = try await bench.plant(.contact, "77", latched: true) { $0.artisID = ID("IN9") }
            #expect(try await survey(bench).settled.map(\.pair.reason) == [.contactDuplicate])
        }
    }

    @Test("a holder that has a row of its own becomes one with it")
    func half() async throws {
        try await Bench.with { bench in
            hold(bench, companies: ["5"])
            let row = try await bench.plant(.contact, "77")
            let survey = try await survey(bench)
            #expect(survey.candidates.isEmpty && survey.settled.isEmpty)
            #expect(try await bench.see(row).artisID == ID("IN1"))
        }
    }

    @Test("a mail that nobody holds, and no mail at all, are created", arguments: ["autre@exemple.fr", ""])
    func free(mail: String) async throws {
        try await Bench.with { bench in
            hold(bench, companies: ["5"])
            let candidate = try #require(try await survey(bench, mail: mail).candidates.first)
            #expect(candidate.birth?.properties == ["synchro_artis": "true"] && candidate.birth?.company?.typeID == 1)
        }
    }

    @Test("R28 two that HubSpot holds apart do not wake each other for ever; one that is synced wakes whom it blocks")
    func wakes() async throws {
        try await Bench.with { bench in
            func blocked(_ id: String, by holder: String) async throws -> PairID {
                let pair = try await bench.leased(.contact, id)
                _ = try await bench.settle([.blocked(pair, .contactDuplicate, detail: holder)])
                return pair.id
            }
            let (first, second) = (try await blocked("1", by: "2"), try await blocked("2", by: "1"))
            try await bench.carryHints()
            try await bench.database.script("UPDATE pair SET wanted = wanted + 1 WHERE id = \(first)")
            _ = try await bench.settle([.blocked(try await bench.lease(first), .contactDuplicate, detail: "2")])
            #expect(try await bench.hints(of: second).isEmpty)
            try await bench.database.script("UPDATE pair SET wanted = wanted + 1 WHERE id = \(first)")
            var pair = try await bench.lease(first)
            (pair.state, pair.reason) = (.synced, nil)
            _ = try await bench.settle([Settlement(pair: pair)])
            #expect(try await bench.hints(of: second).count == 1)
        }
    }
}
