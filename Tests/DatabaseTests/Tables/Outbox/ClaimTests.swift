import Database
import Domain
import TestKit
import Testing

@Suite struct ClaimTests {
    private let claim = ClaimOutbox(limit: 100, claim: .seconds(60))

    private func plantHinted(
        _ kind: Kind, lane: Lane = .live, dueAt: Instant? = nil, on test: TestDatabase
    ) async throws -> PairID {
        let pair = try await test.plant(kind)
        try await test.database.execute(HintPairs(pairs: [pair], lane: lane, dueAt: dueAt))
        return pair
    }

    @Test("R13, R23 Live hints go first, and in each lane companies before what hangs on them")
    func order() async throws {
        try await TestDatabase.with { test in
            let caughtUpDeal = try await plantHinted(.deal, lane: .backfill, dueAt: .now - .seconds(50), on: test)
            let caughtUpCompany = try await plantHinted(.company, lane: .backfill, on: test)
            let deal = try await plantHinted(.deal, dueAt: .now - .seconds(20), on: test)
            let contact = try await plantHinted(.contact, dueAt: .now - .seconds(30), on: test)
            let company = try await plantHinted(.company, on: test)
            let claimed = try await test.database.run(claim).map(\.pair)
            #expect(claimed == [company, contact, deal, caughtUpCompany, caughtUpDeal])
        }
    }

    @Test("The limit takes what goes first")
    func limit() async throws {
        try await TestDatabase.with { test in
            _ = try await plantHinted(.deal, dueAt: .now - .seconds(20), on: test)
            let company = try await plantHinted(.company, on: test)
            let claimed = try await test.database.run(ClaimOutbox(limit: 1, claim: .seconds(60)))
            #expect(claimed.map(\.pair) == [company])
        }
    }

    @Test("A hint names its pair by HubSpot's id, else by that of artis, with the version wanted")
    func names() async throws {
        try await TestDatabase.with { test in
            let born = try await test.plant(.deal) { ($0.artis_id, $0.wanted) = ("A7", 3) }
            let both = try await test.plant(.deal) { ($0.hubspot_id, $0.artis_id) = ("H8", "A8") }
            try await test.database.execute(HintPairs(pairs: [born, both], lane: .live))
            let rows = try await test.database.run(claim)
            let row = try #require(rows.first { $0.pair == born })
            #expect(row.system == .artis && row.externalID == "A7" && row.wanted == 3 && row.version == 1)
            let other = try #require(rows.first { $0.pair == both })
            #expect(other.system == .hubspot && other.externalID == "H8")
        }
    }

    @Test("A claimed row is nobody else's until the claim runs out")
    func expires() async throws {
        try await TestDatabase.with { test in
            let pair = try await plantHinted(.deal, on: test)
            #expect(try await test.database.run(claim).map(\.pair) == [pair])
            #expect(try await test.database.run(claim).map(\.pair) == [])
            try await test.letTimePass()
            #expect(try await test.database.run(claim).map(\.pair) == [pair])
        }
    }

    @Test("A hint that is not due yet is not claimed")
    func due() async throws {
        try await TestDatabase.with { test in
            let pair = try await plantHinted(.deal, dueAt: .now + .seconds(60), on: test)
            #expect(try await test.database.run(claim).map(\.pair) == [])
            try await test.letTimePass()
            #expect(try await test.database.run(claim).map(\.pair) == [pair])
        }
    }

    @Test("Hints of a paused kind stay where they are, the others go")
    func paused() async throws {
        try await TestDatabase.with { test in
            let deal = try await plantHinted(.deal, on: test)
            let contact = try await plantHinted(.contact, on: test)
            try await test.pause(.deal)
            #expect(try await test.database.run(claim).map(\.pair) == [contact])
            #expect(try await test.hints(of: deal).map(\.isClaimed) == [false])
            try await test.database.script("DELETE FROM control")
            #expect(try await test.database.run(claim).map(\.pair) == [deal])
        }
    }

    @Test("Two relays never share a row, and leave none")
    func shared() async throws {
        try await TestDatabase.with(connections: 8) { test in
            let database = test.database
            let changes = (0..<400).map { Change(kind: .email, hubspotID: ID("\($0)")) }
            _ = try await database.run(AcceptChanges(changes, lane: .live))
            let claimed = try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        var mine: [PairID] = []
                        while true {
                            let rows = try await database.run(ClaimOutbox(limit: 7, claim: .seconds(60)))
                            if rows.isEmpty { return mine }
                            mine += rows.map(\.pair)
                        }
                    }
                }
                return try await group.reduce(into: [PairID]()) { $0 += $1 }
            }
            #expect(claimed.count == Set(claimed).count)
            let rest = try await database.run(claim)
            #expect(claimed.count + rest.count == 400)
        }
    }

    @Test("A relay waits for nobody: what another transaction is raising is left for later")
    func waitsForNobody() async throws {
        try await TestDatabase.with { test in
            let database = test.database
            let raised = try await plantHinted(.deal, on: test)
            let free = try await plantHinted(.deal, on: test)
            try await database.transaction { (transaction) async throws(DatabaseError) in
                _ = try await transaction.run(WantPairs(pairs: [raised], lane: .live))
                let rows = try await database.run(claim)
                #expect(rows.map(\.pair) == [free])
                try await database.execute(ReleaseClaims(rows, pause: .zero))
            }
            #expect(Set(try await database.run(claim).map(\.pair)) == [raised, free])
        }
    }
}
