import Database
import Domain
import TestKit
import Testing

@Suite struct HintTests {
    @Test("A hint that is due already stays due when a later moment is asked for")
    func staysDue() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant()
            try await test.database.execute(HintPairs(pairs: [pair], lane: .live))
            try await test.database.execute(HintPairs(pairs: [pair], lane: .live, dueAt: .now + .seconds(600)))
            #expect(try await test.hints(of: pair).map(\.isDue) == [true])
            #expect(try await test.hints(of: pair).map(\.version) == [2])
        }
    }

    @Test("A retry's moment replaces that of a hint held back for a lease, so that no attempt is spent too soon")
    func retryReplaces() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant()
            _ = try await test.lease(pair)
            try await test.database.execute(DeferBusyPairs(pairs: [pair], lane: .live))
            try await test.database.execute(HintPairs(pairs: [pair], lane: .live, dueAt: .now + .seconds(600)))
            #expect(try await test.hints(of: pair).allSatisfy { $0.dueIn > 500 })
        }
    }

    @Test("Wanting pairs raises each by one change and queues it; what has no row is passed over")
    func wants() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant { ($0.state, $0.applied) = (.synced, 1) }
            let wanted = try await test.database.run(WantPairs(pairs: [pair, pair, PairID(999)], lane: .backfill))
            #expect(wanted == [pair])
            #expect(try await test.see(pair).wanted == 2)
            #expect(try await test.hints(of: pair).map(\.lane) == [.backfill])
        }
    }

    @Test("A held-back hint goes when every change is answered; one that is due or unanswered stays")
    func dropsAnswered() async throws {
        try await TestDatabase.with { test in
            let later = Instant.now + .seconds(60)
            let answered = try await test.plant { ($0.state, $0.applied) = (.synced, 1) }
            let due = try await test.plant { ($0.state, $0.applied) = (.synced, 1) }
            let unanswered = try await test.plant()
            try await test.database.execute(HintPairs(pairs: [answered, unanswered], lane: .live, dueAt: later))
            try await test.database.execute(HintPairs(pairs: [due], lane: .live))
            #expect(try await test.database.execute(DropAnsweredHints(pairs: [answered, due, unanswered])) == 1)
            #expect(try await test.hints(of: answered).isEmpty)
        }
    }
}
