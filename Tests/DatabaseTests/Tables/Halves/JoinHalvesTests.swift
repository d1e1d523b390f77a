import Database
import Domain
import TestKit
import Testing

/// Two halves of one (architecture.md).
@Suite struct JoinHalvesTests {
    @Test("The older row is kept with both ids, whichever half it is and in whatever order they are named", arguments: [
        (true, true), (true, false), (false, true), (false, false),
    ])
    func older(hubspotFirst: Bool, inOrder: Bool) async throws {
        try await TestDatabase.with { test in
            func plant(_ isHubSpot: Bool) async throws -> PairID {
                isHubSpot
                    ? try await test.plant(.company) { $0.hubspot_id = "1" } : try await test.plantHalf(artis: "T1")
            }
            let (older, younger) = (try await plant(hubspotFirst), try await plant(!hubspotFirst))
            #expect(try await test.join(inOrder ? older : younger, inOrder ? younger : older) == older)
            let kept = try #require(try await test.half(older))
            #expect(kept.hubspotID == "1" && kept.artisID == "T1")
            #expect(try await test.find(younger) == nil)
        }
    }

    @Test("The kept row is looked at anew: pending, unanswered, one hint due, whatever either row stood for")
    func anew() async throws {
        try await TestDatabase.with { test in
            let older = try await test.plant(.company) {
                ($0.hubspot_id, $0.state, $0.reason, $0.applied) = ("1", .blocked, .siretDuplicate, 1)
                ($0.siret, $0.box, $0.looked) = ("73282932000074", true, true)
            }
            let younger = try await test.plantHalf(artis: "T1") {
                ($0.state, $0.reason, $0.next_attempt_in) = (.retrying, .error, 600)
            }
            try await test.database.script(
                """
                UPDATE pair SET detail = '7', creating_at = now(), echo = '{}', attempts = 3, crashes = 2,
                    artis_version = 4, artis_told = 5 WHERE id = \(younger);
                INSERT INTO outbox (pair_id, lane, due_at) VALUES (\(younger), 'backfill', now() + interval '1 hour')
                """)
            _ = try await test.join(older, younger)
            let seen = try await test.see(older)
            #expect(seen.state == .pending && seen.reason == nil && seen.isUnanswered && seen.nextAttemptAt == nil)
            #expect(seen.siret == "73282932000074" && seen.owner == nil)
            let half = try #require(try await test.half(older))
            #expect(half.detail == nil && half.echo == nil && !half.isBeingCreated)
            #expect(half.version == 4 && half.told == 5)
            #expect(try await test.hints(of: older).map(\.isDue) == [true])
            #expect(try await test.count("SELECT FROM outbox") == 1)
            #expect(try await test.lease(older).box == true)
        }
    }

    @Test("Waiters, links, history and letters of the row that goes hang on the kept one; shared links are there once")
    func movesWhatHangsOnIt() async throws {
        try await TestDatabase.with { test in
            let older = try await test.plantHalf(.call, artis: "A1")
            let younger = try await test.plant(.meeting) { $0.hubspot_id = "1" }
            let waiter = try await test.plant(.deal) { $0.company_id = younger }
            try await test.database.script(
                """
                INSERT INTO link (activity_id, kind, system, external_id) VALUES
                    (\(older), 'deal', 'artis', 'AF1'), (\(older), 'contact', 'hubspot', '7'),
                    (\(younger), 'contact', 'hubspot', '7'), (\(younger), 'contact', 'hubspot', '8');
                INSERT INTO journal (pair_id, event) VALUES (\(younger), 'waiting');
                INSERT INTO conflict (pair_id, field, winner, cause) VALUES (\(younger), 'subject', 'artis', 'bothChanged')
                """)
            _ = try await test.join(older, younger)
            #expect(try await test.see(waiter).company == older)
            #expect(try await test.count("SELECT FROM link WHERE activity_id = \(older)") == 3)
            #expect(try await test.count("SELECT FROM link") == 3)
            #expect(try await test.count("SELECT FROM journal WHERE pair_id = \(older)") == 1)
            #expect(try await test.count("SELECT FROM conflict WHERE pair_id = \(older)") == 1)
            #expect(try await test.half(older)?.kind == "meeting", "an action is what HubSpot's record is (R20)")
        }
    }

    @Test("R13 What opened before keeps its latch and snapshot, and looks below its new record; what asked, asks on")
    func discovery() async throws {
        try await TestDatabase.with { test in
            let opened = try await test.plantHalf(artis: "T1") { ($0.latched, $0.state) = (true, .stopped) }
            try await test.database.script("UPDATE pair SET snapshot = '{\"hubspot\": {}, \"artis\": {}}'")
            _ = try await test.join(opened, try await test.plant(.company) { $0.hubspot_id = "1" }, lane: .backfill)
            let seen = try await test.see(opened)
            #expect(seen.latchedAt != nil && seen.discovery == .backfill)
            #expect(try await test.half(opened)?.hasSnapshot == true)
            let asking = try await test.plant(.company) { $0.hubspot_id = "2" }
            try await test.database.script("UPDATE pair SET discovery = 'live' WHERE id = \(asking)")
            _ = try await test.join(asking, try await test.plantHalf(artis: "T2"), lane: .backfill)
            #expect(try await test.see(asking).discovery == .live)
            #expect(try await test.see(asking).latchedAt == nil)
        }
    }

    @Test("R26 A merge that the record was told of and has not followed is not forgotten", arguments: [true, false])
    func merge(hubspotFirst: Bool) async throws {
        try await TestDatabase.with { test in
            func plant(_ isHubSpot: Bool) async throws -> PairID {
                isHubSpot
                    ? try await test.plant(.company) { $0.hubspot_id = "2" } : try await test.plantHalf(artis: "T1")
            }
            let rows = (try await plant(hubspotFirst), try await plant(!hubspotFirst))
            let (hubspot, artis) = hubspotFirst ? rows : (rows.1, rows.0)
            try await test.database.script("UPDATE pair SET merged_into = '1', merge_loser = true WHERE id = \(hubspot)")
            let kept = try #require(try await test.join(hubspot, artis))
            let half = try #require(try await test.half(kept))
            #expect(half.mergedInto == "1" && half.loses)
        }
    }

    @Test("R6 Where the halves held two SIRETs, that of artis counts, and whom HubSpot's has kept out is woken", arguments: [true, false])
    func released(differ: Bool) async throws {
        try await TestDatabase.with { test in
            let (siret, other) = ("35600000000048", "73282932000074")
            let hubspot = try await test.plant(.company) { ($0.hubspot_id, $0.siret) = ("1", siret) }
            let artis = try await test.plantHalf(artis: "T1") { $0.siret = differ ? other : nil }
            let blocked = try await test.plant(.company) {
                ($0.hubspot_id, $0.state, $0.reason, $0.applied) = ("2", .blocked, .siretDuplicate, 1)
            }
            _ = try await test.database.run(SeeSIRETs([(company: "2", siret: siret)]))
            let kept = try #require(try await test.join(hubspot, artis, lane: .backfill))
            #expect(try await test.see(kept).siret == (differ ? other : siret))
            #expect(try await test.see(blocked).isUnanswered == differ)
            #expect(try await test.hints(of: blocked).count == (differ ? 1 : 0))
        }
    }

    @Test("What are no halves of one entity are left as they are", arguments: ["self", "gone", "linked", "same", "kinds"])
    func noHalves(case name: String) async throws {
        try await TestDatabase.with { test in
            let hubspot = try await test.plant(.company) { $0.hubspot_id = "1" }
            let other: PairID =
                switch name {
                case "self": hubspot
                case "gone": PairID(999)
                case "linked": try await test.plant(.company) { ($0.hubspot_id, $0.artis_id) = ("2", "T2") }
                case "same": try await test.plant(.company) { $0.hubspot_id = "2" }
                default: try await test.plantHalf(.deal, artis: "AF1")
                }
            let before = try await test.half(other)
            #expect(try await test.join(hubspot, other) == nil)
            #expect(try await test.join(other, hubspot) == nil)
            #expect(try await test.half(other) == before)
            #expect(try await test.see(hubspot).wanted == 1)
        }
    }
}
