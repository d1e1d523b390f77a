import Database
import Domain
import Glibc
import HTTP
import TestKit
import Testing

/// R9, R14: what artis held before anyone listened is brought by `passerelle backfill`, and not before.
@Suite(.office(), .judged, .serialized) struct BackfillTests {
    @Test("R9 R14 backfill brings prospects, clients and what hangs on them; --dry-run says the numbers; twice is once")
    func fromArtis() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let (siret, mail) = (Fresh.siret, Fresh.mail)
        let stranger = try await scene.company(siret: siret, ticked: false)
        let person = try await scene.contact(of: stranger, mail: mail, ticked: false)
        let synced = try await scene.company(siret: Fresh.siret)
        try await office.fleet.settled()
        let home = try await office.artisID(.company, synced)
        let old = try await office.beforeListening { try await OldRecords(office, siret: siret, mail: mail, home: home) }
        try await office.fleet.settled()
        for (kind, id) in old.brought + old.left { #expect(try await office.standing(kind, artis: id) == nil) }

        let held = try await office.fleet.database.first(HeldPairs())
        let dry = try await BackfillRun(office, "--dry-run")
        #expect(dry.code == 0 && dry.writes == [])
        #expect(try await office.fleet.database.first(HeldPairs()) == held)
        #expect(dry.lines["tiers of artis.net"]?.dropFirst().prefix(4) == [2, 1, 0, 0], "\(dry.output)")
        #expect(dry.lines["affaires of artis.net"]?.dropFirst().prefix(4) == [3, 0, 0, 0], "\(dry.output)")
        #expect(dry.lines["interlocuteurs of artis.net"]?.dropFirst().prefix(4) == [1, 1, 0, 0], "\(dry.output)")
        #expect(dry.lines["actions of artis.net"]?.dropFirst().prefix(4) == [3, 0, 0, 0], "\(dry.output)")

        let before = try await counts(office)
        let real = try await BackfillRun(office)
        #expect(real.code == 0, "\(real.output)")
        for (name, numbers) in dry.lines where name.hasSuffix("of artis.net") {
            #expect(real.lines[name] == [numbers[0], numbers[1...4].reduce(0, +)], "\(name)")
        }
        try await office.fleet.settled()
        for (kind, id) in old.brought { try await office.expect(kind, artis: id, .synced) }
        for (kind, id) in old.left { #expect(try await office.standing(kind, artis: id) == nil) }
        #expect(try await office.hubspotID(.company, artis: old.client) == stranger)
        #expect(try await office.hubspotID(.contact, artis: old.known) == person)
        #expect(try await scene.hubspot("companies", stranger)["synchro_artis"] == "true")
        let after = try await counts(office)
        #expect(after.map { $0 - (before[$1] ?? 0) } == [.company: 2, .deal: 3, .contact: 1, .call: 1, .meeting: 1, .email: 1])

        let last = try await office.fleet.sandbox.hubspot(.get, "calls")["last"]?.int ?? 0
        #expect(try await BackfillRun(office).code == 0)
        try await office.fleet.settled()
        #expect(try await office.fleet.writes(since: last) == [])
        #expect(try await counts(office) == after)
    }

    @Test("backfill that is killed in the middle of a listing goes on there, and brings everything once")
    func resumed() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let (early, late) = try await office.beforeListening {
            let early = try await office.tiers(siret: Fresh.siret)
            // A page of the listing holds 500.
            for _ in 1...500 { _ = try await office.tiers(siret: nil, relation: "Suspect") }
            return (early, try await office.tiers(siret: Fresh.siret, relation: "Client"))
        }
        // The first page passes, the second is long in coming.
        let before = try await scene.sandbox.hubspot(.get, "calls")["last"]?.int ?? 0
        let fault = try await office.fleet.spoil(
            #"{"kind": "delay", "system": "artis", "method": "GET", "path": "/v1/tiers", "after": 1, "delay_ms": 4000}"#)
        let run = try #require(try office.fleet.start("passerelle", arguments: ["backfill"]).first)
        try await office.fleet.until("a first page that is accepted") {
            try await office.fleet.database.first(ReadCursor("backfill.artis.company")) != nil
        }
        run.kill()
        try await scene.sandbox.hubspot(.delete, "faults/\(fault)")
        try await office.fleet.settled()
        try await office.expect(.company, artis: early, .synced)
        #expect(try await office.standing(.company, artis: late) == nil)

        #expect(try await BackfillRun(office).code == 0)
        try await office.fleet.settled()
        try await office.expect(.company, artis: late, .synced)
        for id in [early, late] { #expect(try await office.holders(.company, of: "tiers:\(id)", in: "passerelle_ref").count == 1) }
        let pages = try await scene.sandbox.artis(.get, "calls?system=artis&since=\(before)")["calls"]?.array?
            .compactMap { $0["path"]?.string }.filter { $0.hasPrefix("/v1/tiers") && !$0.hasSuffix("lecture") && !$0.hasSuffix("lots") } ?? []
        #expect(pages.count { !$0.contains("suite=") } == 1, "\(pages)")
    }

    private func counts(_ office: Office) async throws -> [Kind: Int] {
        var counts: [Kind: Int] = [:]
        for kind in Kind.allCases { counts[kind] = try await office.records(kind).count }
        return counts
    }
}

extension [Kind: Int] {
    fileprivate func map(_ change: (Int, Kind) -> Int) -> [Kind: Int] {
        Dictionary(uniqueKeysWithValues: [Element](self).map { ($0.key, change($0.value, $0.key)) })
    }
}
