import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("R21 The contacts and deals of an activity, merged from both sides")
struct LinkEndsTests {
    private static let values: Values = [.date: "2026-03-02T09:00:00Z", .subject: "Rappel"]

    /// A synced call, as each side has it linked now, and as each had it at the last look.
    private func call(
        _ bench: Bench, hubspot: Set<String> = [], artis: [String] = [], last: (hubspot: [String], artis: [String]) = ([], [])
    ) async throws -> Candidate {
        bench.artis.put("actions", "AC1", [
            "domaine": "COM", "type": "TEL", "motif": "SUIVI", "date": "2026-03-02T09:00:00Z", "objet": "Rappel", "tiers": "T5",
            "interlocuteurs": .array(artis.map(JSON.string)),
        ])
        let pair = try await bench.leased(.call, "4102", latched: true) {
            $0.artisID = ID("AC1")
            $0.snapshot = Snapshot(hubspot: Self.values, artis: Self.values)
        }
        let links = last.hubspot.map { ActivityLink(activity: pair.id, kind: .contact, hubspotID: ID($0)) }
            + last.artis.map { ActivityLink(activity: pair.id, kind: .contact, artisID: ID($0)) }
        try await bench.database.execute(ReplaceLinks(of: [pair.id], links: links))
        var candidate = Candidate(pair: pair, hubspot: Self.values, tiers: ID("T5"))
        candidate.ends.contacts = Set(hubspot.map { ID($0) })
        return candidate
    }

    private func contact(_ bench: Bench, _ id: String = "7", latched: Bool = true) async throws -> PairID {
        bench.hubspot.put("contacts/\(id)", ["lastname": "Kerjean"])
        bench.artis.put("interlocuteurs", "IN\(id)", ["nom": "Kerjean"])
        return try await bench.plant(.contact, id, latched: latched) { $0.artisID = ID("IN\(id)") }
    }

    private func set(_ pair: PairID, _ columns: String, _ bench: Bench) async throws {
        try await bench.database.script("UPDATE pair SET \(columns) WHERE id = \(pair)")
    }

    private func list(_ bench: Bench) -> [String?]? { bench.artis.records("actions")["AC1"]?.fields["interlocuteurs"]?.array?.map(\.string) }

    /// What each side has in the end, as it goes into the table.
    private func kept(_ settlement: Settlement) -> Set<String> {
        Set((settlement.links ?? []).map { "\($0.system.rawValue) \($0.externalID)" })
    }

    private struct Case: Sendable {
        var name: String
        var hubspot: Set<String>, artis: [String]
        var last: (hubspot: [String], artis: [String])
        /// In the end on both sides.
        var isLinked: Bool
        var written: String?
    }

    private static let cases = [
        Case(name: "added in HubSpot", hubspot: ["7"], artis: [], last: ([], []), isLinked: true, written: "artis"),
        Case(name: "added in artis", hubspot: [], artis: ["IN7"], last: ([], []), isLinked: true, written: "+calls/4102 contacts/7 (194)"),
        Case(name: "removed in HubSpot", hubspot: [], artis: ["IN7"], last: (["7"], ["IN7"]), isLinked: false, written: "artis"),
        Case(name: "removed in artis", hubspot: ["7"], artis: [], last: (["7"], ["IN7"]), isLinked: false, written: "-calls/4102 contacts/7"),
        Case(name: "agreed", hubspot: ["7"], artis: ["IN7"], last: (["7"], ["IN7"]), isLinked: true, written: nil),
        Case(name: "added on both", hubspot: ["7"], artis: ["IN7"], last: ([], []), isLinked: true, written: nil),
        Case(name: "removed on both", hubspot: [], artis: [], last: (["7"], ["IN7"]), isLinked: false, written: nil),
    ]

    @Test("R26 a link whose end is gone on one side is left alone on the other, however often it is looked at", arguments: [Domain.System.hubspot, .artis])
    func vanished(system: Domain.System) async throws {
        try await Bench.with { bench in
            let target = try await contact(bench)
            if system == .hubspot { bench.hubspot.remove("contacts/7") } else { bench.artis.remove("interlocuteurs", "IN7") }
            var candidate = try await call(
                bench, hubspot: system == .hubspot ? [] : ["7"], artis: system == .hubspot ? ["IN7"] : [],
                last: (["7"], ["IN7"]))
            for _ in 1...2 {
                let settlement = try await bench.exchange(candidate)
                #expect(settlement.pair.state == .synced)
                #expect(kept(settlement) == ["hubspot 7", "artis IN7"])
                #expect(settlement.linkedTargets == [target], "it was looked at, and is not missed for ever")
                #expect(bench.artis.operations.isEmpty && bench.hubspot.links.isEmpty)
                try await bench.database.execute(ReplaceLinks(of: [candidate.pair.id], links: settlement.links ?? []))
                candidate.pair = settlement.pair
            }
        }
    }

    @Test(
        "R26 nothing is linked with an end that is gone unnoticed while it waits, or that was refused",
        arguments: [Domain.System.hubspot, .artis], [true, false])
    func goneUnnoticed(system: Domain.System, waits: Bool) async throws {
        try await Bench.with { bench in
            let target = try await contact(bench)
            if waits { try await set(target, "state = 'waiting', reason = 'COMPANY_NOT_SYNCED'", bench) }
            if system == .hubspot { bench.hubspot.remove("contacts/7") } else { bench.artis.remove("interlocuteurs", "IN7") }
            var candidate = try await call(
                bench, hubspot: system == .hubspot ? [] : ["7"], artis: system == .hubspot ? ["IN7"] : [])
            if !waits { candidate.pair.attempts = 1 }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .synced)
            #expect(kept(settlement) == [system == .hubspot ? "artis IN7" : "hubspot 7"], "and once it is back it is linked")
            #expect(bench.artis.operations.isEmpty && bench.hubspot.links.isEmpty)
        }
    }

    @Test("R21 R26 a link with an end that has stopped is remembered: taken away meanwhile on one side, it goes on the other")
    func stopped() async throws {
        try await Bench.with { bench in
            let target = try await contact(bench)
            try await set(target, "state = 'stopped', reason = 'DELETED_IN_HUBSPOT'", bench)
            var candidate = try await call(bench, last: (["7"], ["IN7"]))
            let settlement = try await bench.exchange(candidate)
            #expect(kept(settlement) == ["hubspot 7", "artis IN7"])
            try await bench.database.execute(ReplaceLinks(of: [candidate.pair.id], links: settlement.links ?? []))
            try await set(target, "state = 'synced', reason = NULL", bench)
            candidate.pair = settlement.pair
            candidate.ends.contacts = [ID("7")]
            let again = try await bench.exchange(candidate)
            #expect(kept(again) == [])
            #expect(bench.hubspot.links == ["-calls/4102 contacts/7"])
        }
    }

    @Test("each change of one side is carried to the other, and what both did is left alone", arguments: cases.indices)
    func merges(index: Int) async throws {
        let tried = Self.cases[index]
        try await Bench.with { bench in
            let target = try await contact(bench)
            let settlement = try await bench.exchange(
                try await call(bench, hubspot: tried.hubspot, artis: tried.artis, last: tried.last))
            #expect(settlement.pair.state == .synced)
            #expect(kept(settlement) == (tried.isLinked ? ["hubspot 7", "artis IN7"] : []), "\(tried.name)")
            #expect(settlement.linkedTargets == (tried.isLinked ? [target] : []), "\(tried.name)")
            #expect(list(bench) == (tried.isLinked && tried.written?.first != "+" || !tried.artis.isEmpty && tried.isLinked ? ["IN7"] : []))
            #expect(bench.artis.operations.count == (tried.written == "artis" ? 1 : 0), "\(tried.name)")
            #expect(bench.hubspot.links == [tried.written].compactMap { $0 }.filter { $0 != "artis" }, "\(tried.name)")
        }
    }

    @Test("a contact that is not synced is left where it is, and is linked once it is")
    func notSynced() async throws {
        try await Bench.with { bench in
            let target = try await contact(bench, latched: false)
            var candidate = try await call(bench, hubspot: ["7", "8"], artis: ["IN9"])
            let settlement = try await bench.exchange(candidate)
            #expect(kept(settlement) == ["hubspot 7", "hubspot 8", "artis IN9"] && settlement.linkedTargets.isEmpty)
            #expect(bench.artis.operations.isEmpty && bench.hubspot.links.isEmpty)
            try await bench.database.execute(ReplaceLinks(of: [candidate.pair.id], links: settlement.links ?? []))
            try await bench.database.script("UPDATE pair SET latched_at = now(), state = 'synced' WHERE id = \(target)")
            candidate.pair = settlement.pair
            let again = try await bench.exchange(candidate)
            #expect(kept(again) == ["hubspot 7", "artis IN7", "hubspot 8", "artis IN9"] && again.linkedTargets == [target])
            #expect(list(bench) == ["IN7", "IN9"], "who else is linked there stays")
        }
    }

    @Test("an activity that moves to another company in artis leaves those it had, after it has the new one")
    func company() async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen("6", tiers: "T6")
            var candidate = try await call(bench)
            candidate.pair.snapshot?.hubspot[.company] = "T5"
            candidate.pair.snapshot?.artis[.company] = "T5"
            candidate.ends.companies = [ID("5")]
            bench.artis.put("actions", "AC1", ["tiers": "T6"])
            #expect(try await bench.exchange(candidate).pair.state == .synced)
            #expect(bench.hubspot.links == ["+calls/4102 companies/6 (182)", "-calls/4102 companies/5"])
        }
    }
}
