import Database
import Domain
import HTTP
import Oversight
import Testing

@testable import Console

@Suite("explain")
struct ExplainTests {
    @Test("A waiting deal names its company, and why that is not synced")
    func oneLevelUp() async throws {
        try await Bench.with { bench in
            let company = try await bench.pair(
                .company, "10", state: .blocked, reason: .siretMissing,
                more: #"snapshot = '{"hubspot": {"name": "Durand"}, "artis": {}}'"#)
            let deal = try await bench.pair(
                .deal, "4102", company: company, state: .waiting, reason: .companyNotSynced,
                more: #"warnings = '[{"code": "CREATOR_UNKNOWN", "detail": "userId 7"}]', attempts = 2"#)
            try await bench.database.script(
                """
                INSERT INTO journal (pair_id, event, system, detail) VALUES (\(deal), 'waiting', NULL, 'COMPANY_NOT_SYNCED'), \
                    (\(deal), 'retried', NULL, 'the record kept changing in artis'), \
                    (\(deal), 'updated', 'artis', 'intitule zone9'), (\(deal), 'updated', 'hubspot', 'amount dealname'); \
                INSERT INTO conflict (pair_id, field, hubspot_value, winner, cause) \
                    VALUES (\(deal), 'amount', '12.00', 'artis', 'both_changed')
                """)
            let name = try RecordName(kind: "deal", id: "4102")
            let found = try #require(try await Explanation.read(name, from: bench.database))
            let json = found.json
            #expect(
                Set(json.object?.keys.map { $0 } ?? []) == [
                    "kind", "hubspot_id", "artis_id", "state", "reason", "detail", "since", "waits_for", "warnings",
                    "conflicts", "attempts", "next_attempt_at", "history",
                ])
            #expect(json["state"] == "waiting" && json["reason"] == "COMPANY_NOT_SYNCED" && json["artis_id"] == .null)
            #expect(json["waits_for"]?["name"] == "Durand" && json["waits_for"]?["reason"] == "SIRET_MISSING")
            #expect(json["warnings"] == [["code": "CREATOR_UNKNOWN", "detail": "userId 7"]])
            #expect(json["history"]?.array?.map { $0["event"] } == ["updated", "updated", "retried", "waiting"])
            #expect(json["history"]?[3]?["detail"] == "COMPANY_NOT_SYNCED" && json["history"]?[0]?["detail"] == "amount dealname")
            #expect(json["conflicts"]?[0]?["hubspot"] == "12.00" && json["conflicts"]?[0]?["artis"] == .null)
            #expect(json["attempts"] == 2 && json["next_attempt_at"] == .null)

            let french = found.page(.fr, .utc).lines(colours: false).joined(separator: "\n")
            #expect(french.contains("Transaction · HubSpot 4102") && french.contains("en attente"))
            #expect(french.contains("Durand · HubSpot 10") && french.contains(Reason.siretMissing.remedy(.fr)))
            #expect(french.contains("montant") && french.contains("modifié"))
            for words in [
                "nom de la transaction, zone9", "HubSpot    montant, nom de la transaction", Reason.companyNotSynced.why(.fr),
                "la fiche n’a cessé de changer dans artis.net",
            ] { #expect(french.contains(words), "\(words)") }
            let english = found.page(.en, .utc).lines(colours: false).joined(separator: "\n")
            #expect(english.contains("What it waits for") && english.contains("amount, deal name"))
            #expect(english.contains("the record kept changing in artis") && english.contains(Reason.companyNotSynced.why(.en)))
        }
    }

    @Test("A deal that waits for its pipeline waits for no company (R16)")
    func otherPipeline() async throws {
        try await Bench.with { bench in
            let company = try await bench.pair(.company, "10", state: .synced)
            _ = try await bench.pair(.deal, "4102", company: company, state: .waiting, reason: .otherPipeline)
            let name = try RecordName(kind: "deal", id: "4102")
            let found = try #require(try await Explanation.read(name, from: bench.database))
            #expect(found.json["reason"] == "OTHER_PIPELINE" && found.json["waits_for"] == .null)
        }
    }

    @Test("What is queued is shown as pending, without the reason of the last decision")
    func pending() async throws {
        try await Bench.with { bench in
            try await bench.pair(
                .contact, "7", artis: "IN1", state: .blocked, reason: .nameMissing, detail: "lastName", wanted: 2)
            let found = try #require(
                try await Explanation.read(try RecordName(kind: "contact", id: "artis:IN1"), from: bench.database))
            #expect(found.state == .pending && found.reason == nil && found.detail == nil)
            #expect(found.hubspotID == ID("7"))
        }
    }

    @Test("An id is one of a kind: a deal's is no company's, and an action is found whichever kind it is")
    func kinds() async throws {
        try await Bench.with { bench in
            try await bench.pair(.deal, "7", state: .synced)
            try await bench.pair(.meeting, "7", artis: "AC1", state: .synced)
            let company = try await Explanation.read(try RecordName(kind: "company", id: "7"), from: bench.database)
            #expect(company?.kind == nil)
            let action = try await Explanation.read(
                try RecordName(kind: "activity", id: "artis:AC1"), from: bench.database)
            #expect(action?.kind == .meeting)
        }
    }
}
