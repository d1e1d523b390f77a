import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("R12 Where a record hangs, merged from both sides")
struct RelatingTests {
    /// A deal that is latched, with where it hangs now and where it hung when last synced.
    private func deal(
        _ bench: Bench, hubspot: String, artis: String, last: (hubspot: String?, artis: String?)?
    ) async throws -> Candidate {
        bench.artis.put("affaires", "AF1", ["intitule": "Toiture", "statutAvantVente": "Approche", "tiers": .string(artis)])
        let pair = try await bench.leased(.deal, "4102", latched: true) {
            $0.artisID = ID("AF1")
            var snapshot = Snapshot(
                hubspot: [.title: "Toiture", .stage: "Approche"], artis: [.title: "Toiture", .stage: "Approche"])
            snapshot.hubspot[.company] = last?.hubspot
            snapshot.artis[.company] = last?.artis
            $0.snapshot = snapshot
        }
        return Candidate(pair: pair, hubspot: [.title: "Toiture", .stage: "Approche"], tiers: ID(hubspot))
    }

    private func tiers(_ bench: Bench) -> String? { bench.artis.records("affaires")["AF1"]?.fields["tiers"]?.string }

    private func ends(_ settlement: Settlement) -> [String?] {
        [settlement.pair.snapshot?.hubspot[.company], settlement.pair.snapshot?.artis[.company]]
    }

    @Test("moved in HubSpot, the affaire moves; and where only the deal's place was kept, or none, just so", arguments: [
        ("T5", "T5"), ("T5", nil), (nil, nil),
    ])
    func movedInHubSpot(hubspot: String?, artis: String?) async throws {
        try await Bench.with { bench in
            let settlement = try await bench.exchange(try await deal(bench, hubspot: "T6", artis: "T5", last: (hubspot, artis)))
            #expect(tiers(bench) == "T6" && settlement.pair.state == .synced && settlement.conflicts.isEmpty)
            #expect(ends(settlement) == ["T6", "T6"])
            #expect(bench.hubspot.links.isEmpty)
        }
    }

    @Test("moved in artis to another synced company, the deal moves there, as its primary one")
    func movedInArtis() async throws {
        try await Bench.with { bench in
            let company = try await bench.plantOpen("6", tiers: "T6")
            let settlement = try await bench.exchange(try await deal(bench, hubspot: "T5", artis: "T6", last: ("T5", "T5")))
            #expect(bench.hubspot.links == ["+deals/4102 companies/6 (5)"])
            #expect(settlement.pair.companyID == company && ends(settlement) == ["T6", "T6"])
            #expect(settlement.journal.map(\.detail) == ["associations"] && bench.artis.operations.isEmpty)
        }
    }

    @Test("moved in artis to one that is not synced, or stopped, it waits there, and nothing is written", arguments: [
        (nil, Reason.companyNotSynced), ("state = 'pending', latched_at = NULL", .companyNotSynced), ("state = 'stopped'", .companyStopped),
    ] as [(String?, Reason)])
    func waits(change: String?, reason: Reason) async throws {
        try await Bench.with { bench in
            if let change {
                let company = try await bench.plantOpen("6", tiers: "T6")
                try await bench.database.script("UPDATE pair SET \(change) WHERE id = \(company)")
            }
            var candidate = try await deal(bench, hubspot: "T5", artis: "T6", last: ("T5", "T5"))
            candidate.hubspot[.title] = "Toiture neuve"
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .waiting && settlement.pair.reason == reason)
            let company = try #require(settlement.pair.companyID)
            #expect(try await bench.see(company).artisID == ID("T6"))
            if change == nil { #expect(try await bench.hints(of: company).count == 1) }
            #expect(bench.artis.operations.isEmpty && bench.hubspot.links.isEmpty)
        }
    }

    @Test("moved apart, the loser's record moves, and the conflict is kept with both places", arguments: [Domain.System.artis, .hubspot])
    func movedApart(winner: Domain.System) async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen("6", tiers: "T6")
            let candidate = try await deal(bench, hubspot: "T7", artis: "T6", last: ("T5", "T5"))
            let settlement = try await bench.exchange(candidate, conflictWins: winner)
            let conflict = try #require(settlement.conflicts.first)
            #expect(conflict.field == .company && conflict.cause == .bothChanged && conflict.winner == winner)
            #expect(conflict.hubspot == "T7" && conflict.artis == "T6")
            #expect(tiers(bench) == (winner == .artis ? "T6" : "T7"))
            #expect(bench.hubspot.links == (winner == .artis ? ["+deals/4102 companies/6 (5)"] : []))
            #expect(Set(ends(settlement)) == [winner == .artis ? "T6" : "T7"])
        }
    }

    @Test("moved to the same place on both sides, and not moved, nothing is written", arguments: ["T5", "T6"])
    func together(place: String) async throws {
        try await Bench.with { bench in
            let settlement = try await bench.exchange(try await deal(bench, hubspot: place, artis: place, last: ("T5", "T5")))
            #expect(settlement.conflicts.isEmpty && settlement.journal.isEmpty && ends(settlement) == [place, place])
            #expect(bench.artis.operations.isEmpty && bench.hubspot.links.isEmpty)
        }
    }

    @Test("R17 a locked affaire stays: its deal goes back to the company of artis, with a conflict, and all is quiet")
    func locked() async throws {
        try await Bench.with { bench in
            let home = try await bench.plantOpen("5", tiers: "T5")
            bench.artis.refuse(.refusal(409, "AFFAIRE_VERROUILLEE", field: "tiers")) { $0["champs"]?["tiers"] != nil }
            var candidate = try await deal(bench, hubspot: "T6", artis: "T5", last: ("T5", "T5"))
            candidate.hubspot[.title] = "Toiture neuve"
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.conflicts.map(\.cause) == [.locked] && settlement.conflicts.map(\.winner) == [.artis])
            #expect(settlement.conflicts.map(\.hubspot) == ["T6"] && settlement.conflicts.map(\.artis) == ["T5"])
            #expect(tiers(bench) == "T5" && ends(settlement) == ["T5", "T5"] && settlement.pair.state == .synced)
            #expect(bench.artis.records("affaires")["AF1"]?.fields["intitule"] == "Toiture neuve")
            #expect(bench.hubspot.links == ["+deals/4102 companies/5 (5)"] && settlement.pair.companyID == home)
            let written = bench.artis.operations.count
            (candidate.pair, candidate.tiers) = (settlement.pair, ID("T5"))
            let again = try await bench.exchange(candidate)
            #expect(again.conflicts.isEmpty && bench.artis.operations.count == written && bench.hubspot.links.count == 1)
        }
    }

    @Test("R17 R26 a locked affaire below a company that has stopped: its deal waits for it, to be put back there")
    func lockedBelowStopped() async throws {
        try await Bench.with { bench in
            let home = try await bench.plantOpen("5", tiers: "T5")
            try await bench.database.script("UPDATE pair SET state = 'stopped' WHERE id = \(home)")
            bench.artis.refuse(.refusal(409, "AFFAIRE_VERROUILLEE", field: "tiers")) { $0["champs"]?["tiers"] != nil }
            let settlement = try await bench.exchange(try await deal(bench, hubspot: "T6", artis: "T5", last: ("T5", "T5")))
            #expect(settlement.pair.state == .waiting && settlement.pair.reason == .companyStopped)
            #expect(settlement.pair.companyID == home && bench.hubspot.links.isEmpty)
        }
    }

    @Test("R20 an action that artis moves to another type is a conflict, once; it stays what it is")
    func typeMoved() async throws {
        try await Bench.with { bench in
            try await bench.holdActions()
            let values: Values = [.date: "2026-03-02T09:00:00Z", .subject: "Rappel"]
            bench.artis.put("actions", "AC1", [
                "domaine": "COM", "type": "RDV", "motif": "SUIVI", "date": "2026-03-02T09:00:00Z", "objet": "Rappel", "tiers": "T5",
            ])
            let pair = try await bench.leased(.call, "4102", latched: true) {
                $0.artisID = ID("AC1")
                $0.snapshot = Snapshot(hubspot: values, artis: values)
            }
            var candidate = Candidate(pair: pair, hubspot: values, tiers: ID("T5"))
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.conflicts.map(\.field) == [.type] && settlement.conflicts.map(\.cause) == [.typeMoved])
            #expect(settlement.pair.kind == .call && settlement.pair.snapshot?.artis[.type] == "meeting")
            candidate.pair = settlement.pair
            #expect(try await bench.exchange(candidate).conflicts.isEmpty)
            #expect(bench.artis.operations.isEmpty)
        }
    }
}
