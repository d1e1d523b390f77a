import Database
import Domain
import TestKit
import Testing

@Suite struct SettleTests {
    private func leased(on test: TestDatabase, _ kind: Kind = .deal) async throws -> Pair {
        try await test.lease(try await test.plant(kind))
    }

    private func settle(_ settlement: Settlement, on test: TestDatabase) async throws -> [SettlePairs.Row] {
        try await test.database.run(SettlePairs([settlement]))
    }

    @Test("A settlement answers what was told before the lease, and ends the lease")
    func answers() async throws {
        try await TestDatabase.with { test in
            var pair = try await leased(on: test)
            (pair.state, pair.artisID) = (.synced, "A1")
            #expect(try await settle(Settlement(pair: pair, latches: true), on: test).map(\.unanswered) == [false])
            let sight = try await test.see(pair.id)
            #expect(sight.state == .synced && !sight.isUnanswered && !sight.isLeased && sight.artisID == "A1")
            #expect(sight.isOpen)
        }
    }

    @Test("Everything that a decision holds comes back as it was settled; a look to be done over has seen nothing yet (R8)",
        arguments: [true, false])
    func roundTrip(answers: Bool) async throws {
        try await TestDatabase.with { test in
            let company = try await test.plantOpenCompany()
            var pair = try await leased(on: test)
            let moment = Instant(microseconds: 1_780_000_000_123_456)
            (pair.state, pair.reason, pair.detail) = (.waiting, .companyNotSynced, "d'é\"\\n")
            pair.warnings = [Warning(.personUnmatched, detail: "commercial")]
            pair.snapshot = Snapshot(hubspot: [.title: "Vis « à bois »"], artis: [.title: "Vis"])
            (pair.artisID, pair.companyID, pair.hubspotModified, pair.lookedAt) = ("A1", company, moment, moment)
            (pair.artisVersion, pair.box, pair.stage, pair.attempts) = (7, true, "s1", 3)
            _ = try await settle(Settlement(pair: pair, answers: answers, nextAttemptAt: moment), on: test)
            let id = try #require(pair.hubspotID)
            let found = try #require(await test.database.first(FindPairs(kind: pair.kind, hubspotIDs: [id])))
            #expect(found.detail == pair.detail && found.warnings == pair.warnings && found.snapshot == pair.snapshot)
            #expect(found.companyID == company && found.hubspotModified == moment)
            #expect(found.lookedAt == (answers ? moment : nil))
            #expect(found.artisVersion == 7 && found.box == true && found.stage == "s1" && found.attempts == 3)
            #expect(found.state == .waiting && found.reason == .companyNotSynced && found.artisID == "A1")
            #expect(try await test.see(pair.id).nextAttemptAt == moment)
        }
    }

    private struct ReadCalled: Statement {
        var id: PairID
        static let sql = "SELECT called ->> 'name' FROM standing WHERE id = $1"
        var parameters: [Parameter] { [.int(id.rawValue)] }
        static func decode(_ row: RowReader) throws(DatabaseError) -> String? { try row.textOrNull(0) }
    }

    @Test("What a record is called is known until its first sync tells, also by a batch that has not read it")
    func called() async throws {
        try await TestDatabase.with { test in
            var pair = try await leased(on: test)
            pair.called = Called(.deal, [.title: "Vis « à bois »"])
            _ = try await settle(Settlement(pair: pair, answers: false), on: test)
            #expect(try await test.database.first(ReadCalled(id: pair.id)) == "Vis « à bois »")
            pair = try await test.lease(pair.id)
            _ = try await settle(Settlement(pair: pair, answers: false), on: test)
            #expect(try await test.database.first(ReadCalled(id: pair.id)) == "Vis « à bois »")
            pair = try await test.lease(pair.id)
            pair.snapshot = Snapshot(hubspot: [.title: "Vis"], artis: [.title: "Vis"])
            _ = try await settle(Settlement(pair: pair, answers: false), on: test)
            #expect(try await test.database.first(ReadCalled(id: pair.id)) == .some(nil))
        }
    }

    @Test("Invariant 3: a late writer with an old term changes nothing")
    func lateTerm() async throws {
        try await TestDatabase.with { test in
            var late = try await leased(on: test)
            try await test.letTimePass()
            _ = try await test.lease(late.id, owner: "b")
            let before = try await test.see(late.id)
            late.state = .failed
            #expect(try await settle(Settlement(pair: late, latches: true), on: test).isEmpty)
            #expect(try await test.see(late.id) == before)
        }
    }

    @Test("A settlement whose answer was lost is not done twice")
    func twice() async throws {
        try await TestDatabase.with { test in
            var pair = try await leased(on: test)
            pair.state = .synced
            _ = try await settle(Settlement(pair: pair), on: test)
            pair.state = .failed
            #expect(try await settle(Settlement(pair: pair), on: test).isEmpty)
            #expect(try await test.see(pair.id).state == .synced)
        }
    }

    @Test("A late neighbour keeps nobody from being settled")
    func neighbours() async throws {
        try await TestDatabase.with { test in
            let (late, pair) = (try await leased(on: test), try await leased(on: test))
            try await test.letTimePass()
            _ = try await test.lease(late.id, owner: "b")
            let rows = try await test.database.run(SettlePairs([Settlement(pair: late), Settlement(pair: pair)]))
            #expect(rows.map(\.pair) == [pair.id])
        }
    }

    @Test("Changes that arrive meanwhile stay unanswered")
    func meanwhile() async throws {
        try await TestDatabase.with { test in
            var pair = try await leased(on: test)
            _ = try await test.database.run(WantPairs(pairs: [pair.id], lane: .live))
            pair.state = .synced
            #expect(try await settle(Settlement(pair: pair), on: test).map(\.unanswered) == [true])
            let sight = try await test.see(pair.id)
            #expect(sight.applied == 1 && sight.wanted == 2)
        }
    }

    @Test("A retry keeps its changes unanswered")
    func retry() async throws {
        try await TestDatabase.with { test in
            var pair = try await leased(on: test)
            (pair.state, pair.reason, pair.attempts) = (.retrying, .error, 1)
            let rows = try await settle(
                Settlement(pair: pair, answers: false, nextAttemptAt: .now + .seconds(5)), on: test)
            #expect(rows.map(\.unanswered) == [true])
            #expect(try await test.see(pair.id).applied == 0)
        }
    }
}
