import Database
import Domain
import TestKit
import Testing

@Suite struct AcceptArtisTests {
    private func tell(_ changes: ArtisTold..., on test: TestDatabase, lane: Lane = .live) async throws -> [PairID] {
        try await test.database.run(AcceptArtisChanges(changes, lane: lane, trace: "t1"))
    }

    private func told(_ id: String, _ version: Int64?, of kind: Kind = .deal, deleted: Bool = false) -> ArtisTold {
        ArtisTold(kind: kind, artisID: ID(id), version: version, isDeleted: deleted)
    }

    @Test("R9 What is born in artis becomes a row with artis' id alone, wanted, and one hint")
    func born() async throws {
        try await TestDatabase.with { test in
            let pair = try #require(try await tell(told("A1", 1), told("A1", 2), on: test).first)
            let sight = try await test.see(pair)
            #expect(sight.artisID == "A1" && sight.wanted == 1 && sight.isUnanswered)
            #expect(try await test.hints(of: pair).map(\.trace) == ["t1"])
            #expect(try await tell(told("A1", 2), on: test) == [], "told already")
            #expect(try await tell(told("A1", 1), on: test) == [], "older")
            #expect(try await tell(told("A1", 3), on: test) == [pair])
            #expect(try await tell(told("A1", nil), on: test) == [pair])
        }
    }

    @Test("Ids are unique within a collection: a tiers and an affaire may share one, an action has one row whatever its kind")
    func collections() async throws {
        try await TestDatabase.with { test in
            let meeting = try await test.plant(.meeting) { $0.artis_id = "1" }
            let touched = try await tell(told("1", 1, of: .company), told("1", 1, of: .deal), told("1", 1, of: .call), on: test)
            #expect(touched.count == 3 && touched.contains(meeting))
            let kept = try await test.database.run(FindPairsByArtis(kind: .meeting, artisIDs: ["1"]))
            #expect(kept.map(\.id) == [meeting], "what is there keeps its kind")
        }
    }

    @Test("R25 The version that we read or wrote ourselves tells nothing")
    func ownVersion() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant { ($0.hubspot_id, $0.artis_id) = ("1", "A1") }
            try await test.database.script("UPDATE pair SET artis_version = 7")
            #expect(try await tell(told("A1", 7), on: test) == [])
            #expect(try await tell(told("A1", 8), on: test) == [pair])
        }
    }

    @Test("R26 A deletion of what we never knew leaves no row; of what we know it tells, also under an old version")
    func deletion() async throws {
        try await TestDatabase.with { test in
            #expect(try await tell(told("A1", 3, deleted: true), on: test) == [])
            #expect(try await test.database.run(FindPairsByArtis(kind: .deal, artisIDs: ["A1"])).isEmpty)
            let pair = try await test.plant { ($0.artis_id, $0.state, $0.applied) = ("A1", .synced, 1) }
            try await test.database.script("UPDATE pair SET artis_version = 3")
            #expect(try await tell(told("A1", 3, deleted: true), on: test) == [pair])
            #expect(try await tell(told("A1", 2, deleted: true), on: test) == [], "older than what we have seen since")
        }
    }

    @Test("R26 A restored record tells, though its version stayed")
    func restored() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant {
                ($0.artis_id, $0.state, $0.reason, $0.applied) = ("A1", .stopped, .deletedInArtis, 1)
            }
            try await test.database.script("UPDATE pair SET artis_told = 4")
            #expect(try await tell(told("A1", 4, deleted: true), on: test) == [], "known to be gone")
            #expect(try await tell(told("A1", 4), on: test) == [pair])
        }
    }

    @Test("Of what is told at once the youngest version counts, whether it is gone or back")
    func youngest() async throws {
        try await TestDatabase.with { test in
            let bornAndGone = try await tell(told("A1", 1), told("A1", 2, deleted: true), on: test)
            #expect(bornAndGone == [])
            let goneAndBack = try await tell(told("A1", 2, deleted: true), told("A1", 3), on: test)
            #expect(goneAndBack.count == 1)
        }
    }

    @Test("What is told for the known alone brings nobody new")
    func knownOnly() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant { $0.artis_id = "A1" }
            let changes = ["A1", "A2"].map {
                ArtisTold(kind: .deal, artisID: ID($0), version: 9, concernsKnownOnly: true)
            }
            #expect(try await test.database.run(AcceptArtisChanges(changes, lane: .backfill)) == [pair])
            #expect(try await test.hints(of: pair).map(\.lane) == [.backfill])
        }
    }

    @Test("Readers that tell the same at once make one row")
    func crowd() async throws {
        try await TestDatabase.with(connections: 8) { test in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for round in 0..<8 {
                    group.addTask {
                        let changes = (0..<50).map { number in told("A\((number * 7 + round) % 50)", Int64(round)) }
                        _ = try await test.database.run(AcceptArtisChanges(changes, lane: .live))
                    }
                }
                try await group.waitForAll()
            }
            let ids = (0..<50).map { ID<ArtisRecord>("A\($0)") }
            let rows = try await test.database.run(FindPairsByArtis(kind: .deal, artisIDs: ids))
            #expect(rows.count == 50)
        }
    }

    @Test("A sweep finds nothing lost where a hint stands")
    func sweep() async throws {
        try await TestDatabase.with { test in
            let pair = try #require(try await tell(told("A1", 1), on: test).first)
            try await test.database.script("UPDATE pair SET hinted_at = now() - interval '1 hour'")
            #expect(try await test.database.run(FindLostPairs(kinds: Kind.allCases)) == [])
            try await test.database.script("DELETE FROM outbox")
            #expect(try await test.database.run(FindLostPairs(kinds: Kind.allCases)).map(\.pair) == [pair])
        }
    }
}
