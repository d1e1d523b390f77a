import Database
import Domain
import HTTP
import Testing
import Trades

@testable import Pipeline

@Suite("A worker dies at any of its calls while it associates a record anew in HubSpot")
struct AssociationCrashTests {
    private static let last: Values = [.date: "2026-03-02T09:00:00Z", .subject: "Rappel"]

    @Test("R12, R21: an activity that artis has moved and linked otherwise hangs there and on nothing else in the end", arguments: [
        true, false,
    ])
    func moved(isLinked: Bool) async throws {
        try await Bench.with { bench in
            try await bench.holdActions()
            let old = try await bench.plantOpen("5", tiers: "T5")
            _ = try await bench.plantOpen("6", tiers: "T6")
            // The first of each hangs on the old company, the second on the new one.
            for number in [5, 6] { try await plantEnds(number, bench) }
            let deaths = try await CrashBench(bench: bench, trade: DependantSurvey(ActivityTrade())).everyDeath { number in
                try await plant(number, of: old, isLinked: isLinked, bench)
            } check: { number, id, death in
                let pair = try await bench.see(id)
                #expect(bench.hubspot.ends("calls/\(number)/companies") == ["6"], "\(death)")
                #expect(bench.hubspot.ends("calls/\(number)/contacts") == (isLinked ? ["6"] : []), "\(death)")
                #expect(bench.hubspot.ends("calls/\(number)/deals") == (isLinked ? ["6"] : []), "\(death)")
                #expect(pair.state == .synced, "\(pair.reason?.rawValue ?? ""): \(death)")
                #expect(pair.snapshot?.hubspot[.company] == "T6" && pair.snapshot?.artis[.company] == "T6", "\(death)")
            }
            // Each of its calls to HubSpot is one place to die at.
            #expect(deaths >= (isLinked ? 20 : 12))
            #expect(bench.artis.operations.isEmpty, "artis has said what it wants")
        }
    }

    private func plantEnds(_ number: Int, _ bench: Bench) async throws {
        bench.hubspot.put("contacts/\(number)", ["lastname": "Kerjean"])
        bench.hubspot.associate("contacts/\(number)", "companies", ["\(number)"])
        bench.artis.put("interlocuteurs", "IN\(number)", ["nom": "Kerjean", "tiers": .string("T\(number)")])
        _ = try await bench.plant(.contact, "\(number)", latched: true) { $0.artisID = ID("IN\(number)") }
        bench.hubspot.put("deals/\(number)", ["dealname": "Toiture"])
        bench.hubspot.associate("deals/\(number)", "companies", ["\(number)"])
        bench.artis.put("affaires", "AF\(number)", ["intitule": "Toiture", "tiers": .string("T\(number)")])
        _ = try await bench.plant(.deal, "\(number)", latched: true) { $0.artisID = ID("AF\(number)") }
        try await bench.database.script("UPDATE pair SET applied = wanted, lease_until = NULL")
    }

    /// A synced call of the old company, with a contact and a deal there, as artis has it now.
    private func plant(_ number: Int, of company: PairID, isLinked: Bool, _ bench: Bench) async throws -> PairID {
        bench.hubspot.put("calls/\(number)", ["hs_timestamp": "2026-03-02T09:00:00Z", "hs_call_title": "Rappel"])
        bench.hubspot.associate("calls/\(number)", "companies", ["5"])
        if isLinked {
            bench.hubspot.associate("calls/\(number)", "contacts", ["5"])
            bench.hubspot.associate("calls/\(number)", "deals", ["5"])
        }
        bench.artis.put("actions", "AC\(number)", [
            "domaine": "COM", "type": "TEL", "motif": "SUIVI", "date": "2026-03-02T09:00:00Z", "objet": "Rappel", "tiers": "T6",
            "interlocuteurs": isLinked ? ["IN6"] : [], "affaires": isLinked ? ["AF6"] : [],
        ])
        let id = try await bench.plant(.call, "\(number)", latched: true) {
            ($0.artisID, $0.companyID) = (ID("AC\(number)"), company)
            var values = Self.last
            values[.company] = "T5"
            $0.snapshot = Snapshot(hubspot: values, artis: values)
        }
        let ends = isLinked ? [(Kind.contact, "IN5"), (.deal, "AF5")] : []
        let links = ends.flatMap { kind, artisID in
            [
                ActivityLink(activity: id, kind: kind, hubspotID: ID("5")),
                ActivityLink(activity: id, kind: kind, artisID: ID(artisID)),
            ]
        }
        try await bench.database.execute(ReplaceLinks(of: [id], links: links))
        return id
    }
}
