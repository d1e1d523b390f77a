import Database
import Domain
import TestKit
import Testing

/// R26: what a read shows of merges that no event has told (yet).
@Suite struct NoteMergesTests {
    private func note(
        _ merges: (survivor: String, merged: String)..., on test: TestDatabase
    ) async throws -> [PairID] {
        try await test.database.run(
            NoteMerges(kind: .company, merges.map { (ID($0.survivor), ID($0.merged)) }, lane: .live))
    }

    private func plant(_ id: String, artis: String? = nil, on test: TestDatabase) async throws -> PairID {
        try await test.plant(.company) {
            ($0.hubspot_id, $0.artis_id, $0.applied) = (id, artis, 1)
            ($0.state, $0.latched) = artis == nil ? (.notEligible, false) : (.synced, true)
        }
    }

    @Test("The pair of a merged record is to follow, and is woken; the survivor and strangers are left alone")
    func notes() async throws {
        try await TestDatabase.with { test in
            let (survivor, merged) = (try await plant("1", on: test), try await plant("2", artis: "T2", on: test))
            let namesake = try await test.plant(.deal) { ($0.hubspot_id, $0.applied) = ("2", 1) }
            #expect(try await note(("1", "2"), ("1", "77"), ("1", "1"), on: test) == [merged])
            let half = try #require(try await test.half(merged))
            #expect(half.mergedInto == "1" && !half.loses)
            #expect(try await test.see(merged).isUnanswered)
            #expect(try await test.hints(of: merged).count == 1)
            for pair in [survivor, namesake] {
                #expect(try await test.half(pair)?.mergedInto == nil)
                #expect(try await !test.see(pair).isUnanswered)
            }
        }
    }

    @Test("Of several, the oldest linked one goes along and the others lose: ids are compared as numbers are")
    func eldest() async throws {
        try await TestDatabase.with { test in
            let unlinked = try await plant("7", on: test)
            let younger = try await plant("100", artis: "T100", on: test)
            let older = try await plant("99", artis: "T99", on: test)
            #expect(Set(try await note(("500", "7"), ("500", "100"), ("500", "99"), on: test)) == [unlinked, younger, older])
            #expect(try await test.half(older)?.loses == false)
            #expect(try await test.half(younger)?.loses == true)
            #expect(try await test.half(unlinked)?.loses == true)
        }
    }

    @Test("Who knows already, from the event or an earlier read, or has stopped for it, is left alone")
    func knows() async throws {
        try await TestDatabase.with { test in
            let told = try await test.plantMerged("2", into: "1", artis: "T2")
            #expect(try await note(("1", "2"), on: test) == [])
            #expect(try await test.half(told)?.loses == true, "what the event told holds")
            let gone = try await plant("3", artis: "T3", on: test)
            try await test.database.script("UPDATE pair SET state = 'stopped', reason = 'MERGED_IN_HUBSPOT' WHERE id = \(gone)")
            #expect(try await note(("1", "3"), on: test) == [])
            let deleted = try await plant("4", artis: "T4", on: test)
            try await test.database.script("UPDATE pair SET state = 'stopped', reason = 'DELETED_IN_HUBSPOT' WHERE id = \(deleted)")
            #expect(try await note(("1", "4"), on: test) == [deleted], "its deletion was the merge")
        }
    }

    @Test("Noted, followed, and noted by every further read: once is enough", arguments: [nil, "T1"])
    func again(survivorArtis: String?) async throws {
        try await TestDatabase.with { test in
            let survivor = try await plant("1", artis: survivorArtis, on: test)
            let merged = try await plant("2", artis: "T2", on: test)
            _ = try await note(("1", "2"), on: test)
            _ = try await test.follow(merged)
            #expect(try await note(("1", "2"), on: test) == [])
            #expect(try await test.half(survivor)?.artisID == survivorArtis ?? "T2")
        }
    }
}
