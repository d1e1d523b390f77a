import Database
import Domain
import TestKit
import Testing

/// The sweeper repairs what nothing will ever answer; each condition alone keeps it from doing so.
@Suite struct RepairTests {
    private static func plantLost(
        on test: TestDatabase, _ shape: (inout PlantPair) -> Void = { _ in }
    ) async throws -> PairID {
        try await test.plant(.deal) {
            $0.hinted_in = -120
            shape(&$0)
        }
    }

    /// Two looks, with nothing in between.
    private func repair(_ kinds: [Kind] = [.deal], on test: TestDatabase) async throws -> [PairID] {
        let lost = try await test.database.run(FindLostPairs(kinds: kinds))
        return try await test.database.run(RepairPairs(lost, kinds: kinds))
    }

    @Test("A lost pair is queued again, noted in its journal and counted")
    func repairs() async throws {
        try await TestDatabase.with { test in
            let lost = [try await Self.plantLost(on: test), try await Self.plantLost(on: test)]
            #expect(try await repair(on: test).sorted() == lost)
            #expect(try await test.hints(of: lost[0]).map(\.isDue) == [true])
            #expect(try await test.database.first(CountRepairs()) == 2)
            #expect(try await test.database.run(SeeJournal(pair: lost[0])).map(\.event) == ["repaired"])
            #expect(try await repair(on: test) == [], "it is hinted now")
            #expect(try await test.database.first(CountRepairs()) == 2)
            try await test.database.script(
                "DELETE FROM outbox; UPDATE pair SET hinted_at = now() - interval '2 minutes'")
            #expect(try await repair(on: test).count == 2)
            #expect(try await test.database.first(CountRepairs()) == 4)
        }
    }

    enum Meanwhile: CaseIterable { case leased, givenBack, answered, hinted, busyQueue, foundOnlyNow }

    @Test("What somebody has worked on between two looks, or that is found for the first time, is left", arguments: Meanwhile.allCases)
    func meanwhile(_ meanwhile: Meanwhile) async throws {
        try await TestDatabase.with { test in
            let pair = try await Self.plantLost(on: test)
            var lost = try await test.database.run(FindLostPairs(kinds: [.deal]))
            #expect(lost.map(\.pair) == [pair])
            var kinds: [Kind] = [.deal]
            switch meanwhile {
            case .leased: _ = try await test.lease(pair)
            case .givenBack:
                // Its hint is on its way to a worker that has not leased it yet, for the second time.
                let leased = try await test.lease(pair)
                try await test.database.execute(GiveBackLeases(leases: [(pair, leased.term)], lane: .live, dueAt: nil))
                try await test.database.script("DELETE FROM outbox")
            case .answered: try await test.database.script("UPDATE pair SET applied = wanted")
            case .hinted: try await test.database.execute(HintPairs(pairs: [pair], lane: .live))
            case .busyQueue: kinds = [.contact]
            case .foundOnlyNow: lost = []
            }
            #expect(try await test.database.run(RepairPairs(lost, kinds: kinds)) == [])
            #expect(try await test.database.first(CountRepairs()) == nil)
        }
    }

    @Test("A lease and a retry time that have run out keep nobody from a repair")
    func runOut() async throws {
        try await TestDatabase.with { test in
            let lost = try await Self.plantLost(on: test) { ($0.lease_ends_in, $0.next_attempt_in) = (-90, -90) }
            #expect(try await repair(on: test) == [lost])
        }
    }

    enum Hindrance: CaseIterable { case answered, fresh, leased, retryComes, busyQueue, hinted, paused }

    @Test(
        "Whatever will still answer a pair, or holds it back on purpose, keeps it from a repair",
        arguments: Hindrance.allCases)
    func hindrances(hindrance: Hindrance) async throws {
        try await TestDatabase.with { test in
            let pair = try await Self.plantLost(on: test) {
                switch hindrance {
                case .answered: $0.applied = 1
                case .fresh: $0.hinted_in = -30
                case .leased: $0.lease_ends_in = 30
                case .retryComes: $0.next_attempt_in = 30
                case .busyQueue, .hinted, .paused: break
                }
            }
            if hindrance == .paused { try await test.pause(.deal) }
            if hindrance == .hinted {
                try await test.database.execute(HintPairs(pairs: [pair], lane: .backfill, dueAt: .now + .seconds(60)))
            }
            #expect(try await repair(hindrance == .busyQueue ? [.contact] : [.deal], on: test) == [])
            #expect(try await test.database.first(CountRepairs()) == nil)
        }
    }
}

private struct CountRepairs: Statement {
    static let sql = "SELECT value FROM counter WHERE name = 'repairs'"
    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
