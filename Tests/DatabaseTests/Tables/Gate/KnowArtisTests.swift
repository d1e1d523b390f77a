import Database
import Domain
import TestKit
import Testing

/// R13: companies made known by their tiers, for dependants born in artis.
@Suite struct KnowArtisTests {
    private func know(_ ids: ID<ArtisRecord>..., on test: TestDatabase) async throws -> [CompanyRow] {
        try await test.database.run(KnowArtisCompanies(artisIDs: ids, lane: .live))
    }

    @Test("R13 A tiers that nobody had heard of becomes known and is queued; a known one stands as it stood")
    func knows() async throws {
        try await TestDatabase.with { test in
            let open = try await test.plantOpenCompany { ($0.hubspot_id, $0.artis_id) = ("1", "T1") }
            _ = try await test.plantHalf(.deal, artis: "T2")
            let rows = try await know("T1", "T2", "T2", on: test)
            #expect(Set(rows.compactMap(\.artisID)) == ["T1", "T2"] && rows.count == 2)
            #expect(rows.first { $0.artisID == "T1" }?.isOpen == true)
            let new = try #require(rows.first { $0.artisID == "T2" })
            #expect(!new.isOpen && new.hubspotID == nil)
            #expect(try await test.see(new.id).isUnanswered)
            #expect(try await test.hints(of: new.id).count == 1)
            #expect(try await test.hints(of: open).isEmpty)
            #expect(try await !test.see(open).isUnanswered)
            #expect(try await know("T2", on: test).map(\.id) == [new.id])
            #expect(try await test.see(new.id).wanted == 1)
        }
    }

    @Test("R13 Two workers that meet one tiers at the same instant make one row, and both are told of it")
    func race() async throws {
        try await TestDatabase.with { test in
            let told = Told()
            let know: @Sendable (Transaction) async throws(DatabaseError) -> Void = { (transaction) async throws(DatabaseError) in
                await told.add(try await transaction.run(KnowArtisCompanies(artisIDs: ["T1", "T2"], lane: .live)).map(\.id))
            }
            try await Collision(test: test).run(know, meets: know)
            #expect(try await test.count("SELECT FROM pair") == 2)
            #expect(await told.answers.map { Set($0).count } == [2, 2])
            #expect(await Set(told.answers.map(Set.init)).count == 1)
        }
    }

    private actor Told {
        var answers: [[PairID]] = []
        func add(_ pairs: [PairID]) { answers.append(pairs) }
    }

    @Test("A look that changes nothing makes nobody known")
    func looks() async throws {
        try await TestDatabase.with { test in
            let known = try await test.plantHalf(artis: "T1")
            _ = try await test.plantHalf(.contact, artis: "T2")
            let rows = try await test.database.run(FindArtisCompanies(artisIDs: ["T1", "T2", "T3"]))
            #expect(rows.map(\.id) == [known])
            #expect(try await test.count("SELECT FROM pair") == 2)
        }
    }
}
