import Database
import Domain
import TestKit
import Testing

@Suite struct ConfirmTests {
    private func claimed(on test: TestDatabase) async throws -> (pair: PairID, rows: [OutboxRow]) {
        let pairs = try await test.database.run(AcceptChanges([Change(kind: .deal, hubspotID: "1")], lane: .live))
        return (
            try #require(pairs.first), try await test.database.run(ClaimOutbox(limit: 10, claim: .seconds(60)))
        )
    }

    @Test("A confirmed hint leaves the outbox")
    func drops() async throws {
        try await TestDatabase.with { test in
            let (pair, rows) = try await claimed(on: test)
            #expect(try await test.database.execute(DropConfirmed(rows)) == 1)
            #expect(try await test.hints(of: pair).isEmpty)
        }
    }

    @Test("A change that arrives while its hint is being published keeps the row, due at once")
    func keeps() async throws {
        try await TestDatabase.with { test in
            let (pair, rows) = try await claimed(on: test)
            _ = try await test.database.run(AcceptChanges([Change(kind: .deal, hubspotID: "1")], lane: .live))
            #expect(try await test.database.execute(DropConfirmed(rows)) == 0)
            #expect(try await test.hints(of: pair).map(\.version) == [2])
            let again = try await test.database.run(ClaimOutbox(limit: 10, claim: .seconds(60)))
            #expect(again.map(\.wanted) == [2])
        }
    }

    @Test("A confirm of one lane leaves the other lane's hint")
    func lanes() async throws {
        try await TestDatabase.with { test in
            let (pair, rows) = try await claimed(on: test)
            _ = try await test.database.run(AcceptChanges([Change(kind: .deal, hubspotID: "1")], lane: .backfill))
            try await test.database.execute(DropConfirmed(rows))
            #expect(try await test.hints(of: pair).map(\.lane) == [.backfill])
        }
    }

    @Test("A hint that was not published is anyone's again after the pause; a newer one at once")
    func releases() async throws {
        try await TestDatabase.with { test in
            let claim = ClaimOutbox(limit: 10, claim: .seconds(60))
            let (pair, rows) = try await claimed(on: test)
            try await test.database.execute(ReleaseClaims(rows, pause: .seconds(30)))
            #expect(try await test.database.run(claim).isEmpty)
            try await test.database.execute(ReleaseClaims(rows, pause: .zero))
            #expect(try await test.database.run(claim).map(\.pair) == [pair])
            _ = try await test.database.run(AcceptChanges([Change(kind: .deal, hubspotID: "1")], lane: .live))
            #expect(try await test.database.execute(ReleaseClaims(rows, pause: .seconds(30))) == 0)
            #expect(try await test.database.run(claim).map(\.version) == [2])
        }
    }
}
