import Artis
import Database
import Domain
import HTTP
import Pipeline
import TestKit
import Testing

@testable import Ingest

@Suite("The feed of artis, against the sandbox")
struct FeedTests {
    @Test("The first start begins now; from then on every change is accepted once, and nothing is told twice")
    func reads() async throws {
        try await ArtisUnderTest.run { under in
            let old = try await under.tiers("Ancienne maison")
            try await under.turn()
            try await under.turn()
            #expect(try await under.told(.company).isEmpty, "what was there before is backfill's")
            let new = try await under.tiers("Maison neuve")
            try await under.scene.change("tiers", old, ["ville": "Lyon"])
            try await under.turnToEnd()
            #expect(try await under.told(.company) == [new: 1, old: 1])
            try await under.turnToEnd()
            #expect(try await under.told(.company) == [new: 1, old: 1])
            #expect(try await under.test.outbox().count == 2)
        }
    }

    @Test("A change told twice is accepted once, as is one that we have read meanwhile")
    func duplicates() async throws {
        try await ArtisUnderTest.run { under in
            try await under.turn()
            let place = try #require(try await under.test.database.first(ReadCursor(FeedPlace.name)))
            let id = try await under.tiers("Maison")
            try await under.turnToEnd()
            try await under.test.database.execute(MoveCursor(FeedPlace.name, to: place))
            try await under.turnToEnd()
            #expect(try await under.told(.company) == [id: 1])
            try await under.scene.change("tiers", id, ["ville": "Lyon"])
            try await under.test.database.script("UPDATE pair SET artis_version = 1000")
            try await under.turnToEnd()
            #expect(try await under.told(.company) == [id: 1])
        }
    }

    @Test("R25 What we wrote ourselves is passed over, with its trace or without; another's origin is not", arguments: [
        ("passerelle", false), ("passerelle;00-abc", false), ("passerelle-old", true), ("compta", true),
    ])
    func origin(origin: String, isNews: Bool) async throws {
        try await ArtisUnderTest.run { under in
            try await under.turn()
            let results = try await under.artis.write(
                .tiers,
                [ArtisOperation(
                    key: "1", action: .create(reference: "companies:1"),
                    fields: ["raisonSociale": "Maison", "relation": "Prospect"])],
                origin: origin)
            guard case .done(let id, _)? = results.first else { return #expect(Bool(false), "\(results)") }
            try await under.turnToEnd()
            #expect(try await under.told(.company) == (isNews ? [id.rawValue: 1] : [:]))
            let place: FeedPlace? = CursorText.read(try await under.test.database.first(ReadCursor(FeedPlace.name)))
            try await under.turn()
            let later: FeedPlace? = CursorText.read(try await under.test.database.first(ReadCursor(FeedPlace.name)))
            #expect(place == later, "the cursor has moved past it")
        }
    }

    @Test("While a process catches up, what we wrote ourselves counts where a restored database has forgotten it")
    func catchingUp() async throws {
        try await ArtisUnderTest.run { under in
            #expect(try await under.turn(.begins) == .goesOn)
            #expect(try await under.test.database.first(ReadCursor(CaughtUp.cursor)) == CaughtUp.not)
            let id = try await under.tiers("Maison")
            let known = try await under.tiers("Maison connue")
            try await under.turnToEnd()
            try await under.test.database.script("UPDATE pair SET artis_version = 2 WHERE artis_id = '\(known)'")
            for tiers in [id, known] {
                _ = try await under.artis.write(
                    .tiers,
                    [ArtisOperation(
                        key: tiers, action: .modify(ID(tiers), version: 1), fields: ["ville": "Lyon"])],
                    origin: ArtisClient.origin)
            }
            #expect(try await under.turn(.goesOn) == .done)
            #expect(try await under.told(.company) == [id: 2, known: 1])
            let mark = try #require(try await under.test.database.first(ReadCursor(CaughtUp.cursor)))
            #expect(Int64(mark) != nil)
        }
    }

    @Test("R26 A deletion and a restoration tell; a deletion of what was never known leaves no row")
    func deletion() async throws {
        try await ArtisUnderTest.run { under in
            let stranger = try await under.tiers("Inconnue")
            try await under.turn()
            let id = try await under.tiers("Maison")
            try await under.turnToEnd()
            for id in [id, stranger] { try await under.sandbox.artis(.delete, "artis/tiers/\(id)") }
            try await under.turnToEnd()
            #expect(try await under.told(.company) == [id: 2])
            try await under.test.database.script(
                "UPDATE pair SET state = 'stopped', reason = 'DELETED_IN_ARTIS', applied = wanted")
            try await under.sandbox.artis(.post, "artis/tiers/\(id)/restauration")
            try await under.turnToEnd()
            #expect(try await under.told(.company) == [id: 3])
        }
    }

    @Test("Invariant 1: the cursor moves in the transaction that accepts its page, or not at all", arguments: ["cursor", "outbox"])
    func oneTransaction(refusing table: String) async throws {
        try await ArtisUnderTest.run { under in
            try await under.turn()
            let id = try await under.tiers("Maison")
            try await under.test.database.script(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON \(table) FOR EACH ROW EXECUTE FUNCTION refuse()
                """)
            let before = try await under.test.database.first(ReadCursor(FeedPlace.name))
            await #expect(throws: PollFailure.self) { try await under.turn() }
            #expect(try await under.told(.company).isEmpty)
            #expect(try await under.test.database.first(ReadCursor(FeedPlace.name)) == before)
            try await under.test.database.script("DROP TRIGGER refuse ON \(table)")
            try await under.turnToEnd()
            #expect(try await under.told(.company) == [id: 1])
        }
    }

    @Test("Two readers at once, as after a frozen one, tell nothing twice and lose nothing")
    func twoReaders() async throws {
        try await ArtisUnderTest.run { under in
            try await under.turn()
            var ids: Set<String> = []
            for number in 0..<40 { ids.insert(try await under.tiers("Maison \(number)")) }
            async let first: Void = under.turnToEnd()
            async let second: Void = under.turnToEnd()
            _ = try await (first, second)
            #expect(try await under.told(.company) == Dictionary(uniqueKeysWithValues: ids.map { ($0, 1) }))
        }
    }

    @Test("A change ends the wait for one")
    func longPoll() async throws {
        try await ArtisUnderTest.run { under in
            try await under.turn()
            async let waiting = under.turn(wait: .seconds(60))
            let id = try await under.tiers("Maison")
            _ = try await waiting
            #expect(try await under.told(.company) == [id: 1])
        }
    }

    @Test("R20 An action stands as a call until somebody has read which kind it is; the collections keep apart")
    func kinds() async throws {
        try await ArtisUnderTest.run { under in
            try await under.scene.setLabels("qualite-personne", ["M"])
            let tiers = try await under.tiers("Maison")
            try await under.turn()
            let deal = try await under.scene.enter(
                "affaires", ["tiers": .string(tiers), "intitule": "Toit", "statutAvantVente": "Approche"])
            let person = try await under.scene.enter(
                "interlocuteurs", ["tiers": .string(tiers), "titre": "M", "nom": "Roche", "prenom": "Luc"])
            let visit = try await under.scene.enter(
                "actions",
                [
                    "tiers": .string(tiers), "domaine": "Commerce", "type": "Rendez-vous", "motif": "Visite",
                    "date": "2026-11-25T09:00:00Z",
                ])
            try await under.turnToEnd()
            #expect(try await under.told(.deal) == [deal: 1])
            #expect(try await under.told(.contact) == [person: 1])
            #expect(try await under.told(.call) == [visit: 1])
            #expect(try await under.told(.company).isEmpty)
        }
    }
}
