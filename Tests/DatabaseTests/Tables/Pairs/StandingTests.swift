import Database
import Domain
import TestKit
import Testing

/// Where a pair stands, and since when (rules.md, "Where a pair stands").
@Suite struct StandingTests {
    private func settle(
        _ id: PairID, _ state: State, _ reason: Reason?, latches: Bool = false, on test: TestDatabase
    ) async throws {
        _ = try await test.database.run(WantPairs(pairs: [id], lane: .live))
        var pair = try await test.lease(id)
        (pair.state, pair.reason) = (state, reason)
        _ = try await test.database.run(SettlePairs([Settlement(pair: pair, latches: latches)]))
    }

    @Test("Since when moves only when state or reason change")
    func since() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant()
            try await settle(id, .blocked, .stageUnknown, on: test)
            let blocked = try await test.see(id).since
            try await settle(id, .blocked, .stageUnknown, on: test)
            #expect(try await test.see(id).since == blocked)
            try await settle(id, .blocked, .pipelineUnknown, on: test)
            let reason = try await test.see(id).since
            #expect(reason > blocked)
            try await settle(id, .synced, nil, on: test)
            let synced = try await test.see(id).since
            #expect(synced > reason)
            try await settle(id, .synced, nil, on: test)
            #expect(try await test.see(id).since == synced)
        }
    }

    @Test("R11 The moment of the first sync is set once, and kept")
    func latches() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant()
            try await settle(id, .waiting, .noCompany, on: test)
            #expect(try await test.see(id).latchedAt == nil)
            try await settle(id, .synced, nil, latches: true, on: test)
            let latched = try #require(try await test.see(id).latchedAt)
            try await settle(id, .blocked, .stageUnknown, on: test)
            try await settle(id, .synced, nil, latches: true, on: test)
            #expect(try await test.see(id).latchedAt == latched)
        }
    }

    @Test("Work queued is shown as pending since it was told; the decision shows when it is answered")
    func pending() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant { ($0.state, $0.reason, $0.applied) = (.blocked, .stageUnknown, 1) }
            var sight = try await test.see(id)
            #expect(sight.shownState == .blocked && sight.shownReason == .stageUnknown && sight.isShownSinceDecision)
            _ = try await test.database.run(WantPairs(pairs: [id], lane: .live))
            sight = try await test.see(id)
            #expect(sight.shownState == .pending && sight.shownReason == nil && sight.isShownSinceHint)
            #expect(sight.state == .blocked && sight.reason == .stageUnknown, "the decision is kept")
        }
    }

    @Test("A retry is shown as such, though its changes are unanswered")
    func retrying() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant { ($0.state, $0.reason, $0.next_attempt_in) = (.retrying, .error, 60) }
            let sight = try await test.see(id)
            #expect(sight.shownState == .retrying && sight.shownReason == .error && sight.isShownSinceDecision)
        }
    }

    @Test("R13 Open is latched and not stopped, whatever else", arguments: State.allCases)
    func open(state: State) async throws {
        try await TestDatabase.with { test in
            let latched = try await test.plant { ($0.state, $0.latched) = (state, true) }
            let unlatched = try await test.plant { $0.state = state }
            #expect(try await test.see(latched).isOpen == (state != .stopped))
            #expect(try await !test.see(unlatched).isOpen)
        }
    }
}
