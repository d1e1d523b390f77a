import Artis
import Database
import Domain
import HTTP
import TestKit
import Testing

@testable import Ingest

/// 410 `CURSEUR_PERIME`: what the feed no longer tells is found by listing everything once.
@Suite("The comparison that takes the place of a feed that is too old")
struct CompareTests {
    /// Lets the feed forget everything that has happened.
    private func forget(_ under: ArtisUnderTest) async throws { try await under.setHorizon(0) }

    /// As if the last change had been read at the beginning of time, or a moment ago.
    private func setPlace(_ under: ArtisUnderTest, at moment: Int64) async throws {
        let text = try await under.test.database.first(ReadCursor(FeedPlace.name))
        var place: FeedPlace = try #require(CursorText.read(text))
        place.at = moment
        try await under.test.database.execute(MoveCursor(FeedPlace.name, to: CursorText.write(place)))
    }

    @Test("What changed, was born, was deleted or restored meanwhile is found; what did not change is left alone")
    func finds() async throws {
        try await ArtisUnderTest.run { under in
            try await under.turn()
            var ids: [String] = []
            for name in ["changed", "deleted", "restored", "same"] { ids.append(try await under.tiers(name)) }
            try await under.turnToEnd()
            try await under.sandbox.artis(.delete, "artis/tiers/\(ids[2])")
            try await under.turnToEnd()
            try await under.test.database.script(
                """
                UPDATE pair SET applied = wanted, state = 'synced', artis_version = artis_told;
                UPDATE pair SET state = 'stopped', reason = 'DELETED_IN_ARTIS' WHERE artis_id = '\(ids[2])'
                """)
            let before = try await under.told(.company)
            try await under.scene.change("tiers", ids[0], ["ville": "Lyon"])
            try await under.sandbox.artis(.delete, "artis/tiers/\(ids[1])")
            try await under.sandbox.artis(.post, "artis/tiers/\(ids[2])/restauration")
            let born = try await under.tiers("born")
            try await forget(under)
            try await under.turnToEnd()
            let after = try await under.told(.company)
            var expected = before.merging([born: 1]) { $1 }
            for id in ids[0...2] { expected[id, default: 0] += 1 }
            #expect(after == expected)
        }
    }

    @Test("R14 What nobody knows and changed before the last change that the feed told is backfill's")
    func older() async throws {
        try await ArtisUnderTest.run { under in
            let old = try await under.tiers("Ancienne")
            try await under.turn()
            _ = try await under.tiers("Neuve")
            try await forget(under)
            try await setPlace(under, at: Int64.max / 2_000)
            try await under.turnToEnd()
            #expect(try await under.told(.company).isEmpty)
            _ = try await under.tiers("Encore une")
            try await setPlace(under, at: 0)
            try await under.turnToEnd()
            #expect(try await under.told(.company).keys.contains(old))
        }
    }

    @Test("It goes on in another process from the page where one stopped, and changes made meanwhile are told by the feed")
    func resumes() async throws {
        try await ArtisUnderTest.run { under in
            try await under.turn()
            let first = try await under.tiers("Une")
            try await forget(under)
            try await under.turn()
            try await under.turn()
            let text = try await under.test.database.first(ReadCursor(Comparison.name))
            let comparison: Comparison = try #require(CursorText.read(text))
            #expect(comparison.collection == "affaires" && comparison.shown == 1, "a page has been kept")
            try await under.setHorizon(86_400)
            let second = try await under.tiers("Deux")
            try await under.turnToEnd()
            #expect(try await under.told(.company) == [first: 1, second: 1])
            #expect(try await under.test.database.first(ReadCursor(Comparison.begun)) == nil)
            #expect(try await under.test.database.first(CountListed()) == 0)
        }
    }

    @Test("Marks that a crash of PostgreSQL has taken away make it begin anew, and nobody is taken for deleted")
    func lostMarks() async throws {
        try await ArtisUnderTest.run { under in
            try await under.turn()
            let id = try await under.tiers("Une")
            try await under.turnToEnd()
            try await under.test.database.script("UPDATE pair SET applied = wanted, created_at = now() - interval '1 day'")
            _ = try await under.tiers("Deux")
            try await forget(under)
            try await under.turn()
            try await under.turn()
            try await under.test.database.script("TRUNCATE listed")
            try await under.turnToEnd()
            #expect(try await under.told(.company)[id] == 1)
        }
    }

    @Test("A page is kept with its place, or not at all")
    func oneTransaction() async throws {
        try await ArtisUnderTest.run { under in
            try await under.turn()
            let id = try await under.tiers("Une")
            try await forget(under)
            try await under.turn()
            try await under.test.database.script(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON cursor FOR EACH ROW EXECUTE FUNCTION refuse()
                """)
            await #expect(throws: PollFailure.self) { try await under.turn() }
            #expect(try await under.told(.company).isEmpty)
            #expect(try await under.test.database.first(CountListed()) == 0)
            try await under.test.database.script("DROP TRIGGER refuse ON cursor")
            try await under.turnToEnd()
            #expect(try await under.told(.company) == [id: 1])
        }
    }
}
