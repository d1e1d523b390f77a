import Database
import Domain
import TestKit
import Testing

@Suite struct DeferTests {
    @Test("A busy pair is hinted again for the end of its holder's lease")
    func untilTheLeaseEnds() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant()
            _ = try await test.lease(id)
            try await test.database.execute(DeferBusyPairs(pairs: [id], lane: .live))
            let hint = try #require(try await test.hints(of: id).first)
            #expect(hint.dueIn > 50 && hint.dueIn <= 60)
        }
    }

    @Test("A pair of a paused kind is hinted at once, for the relay to hold back")
    func paused() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant()
            try await test.pause(.deal)
            try await test.database.execute(DeferBusyPairs(pairs: [id], lane: .live))
            #expect(try await test.hints(of: id).map(\.isDue) == [true])
        }
    }

    @Test("A pair whose every change is answered needs no hint")
    func answered() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant { $0.applied = 1 }
            try await test.database.execute(DeferBusyPairs(pairs: [id], lane: .live))
            #expect(try await test.hints(of: id).isEmpty)
        }
    }

    @Test("A hint that outruns its own confirm is kept: the relay drops an older version")
    func outrunsConfirm() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant()
            _ = try await test.lease(id, owner: "holder that will die")
            try await test.database.execute(HintPairs(pairs: [id], lane: .live))
            let rows = try await test.database.run(ClaimOutbox(limit: 1, claim: .seconds(60)))
            // The message arrives before the relay has learnt of its confirm.
            try await test.database.execute(DeferBusyPairs(pairs: [id], lane: .live))
            try await test.database.execute(DropConfirmed(rows))
            let hint = try #require(try await test.hints(of: id).first)
            #expect(hint.dueIn > 50 && !hint.isClaimed)
        }
    }

    @Test("A change that nobody has published yet is not held back")
    func freshChange() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant()
            _ = try await test.lease(id)
            try await test.database.execute(HintPairs(pairs: [id], lane: .live))
            try await test.database.execute(DeferBusyPairs(pairs: [id], lane: .live))
            #expect(try await test.hints(of: id).map(\.isDue) == [true])
        }
    }
}
