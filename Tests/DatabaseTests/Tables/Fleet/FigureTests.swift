import Database
import Domain
import TestKit
import Testing

@Suite struct FigureTests {
    @Test("Pairs by kind, state and reason, with the age of the oldest; work queued is pending whatever was decided last")
    func pairs() async throws {
        try await TestDatabase.with { test in
            for age in [-100, -50] { _ = try await test.plant(.deal) { $0.hinted_in = age } }
            _ = try await test.plant(.deal) { ($0.state, $0.reason, $0.applied) = (.waiting, .companyNotSynced, 1) }
            _ = try await test.plant(.contact) { ($0.state, $0.reason) = (.blocked, .civiliteUnknown) }
            let figures = try await test.database.run(ReadFigures())
            var pending: (count: Int, oldest: Duration)?
            for case .pairs(.deal, .pending, nil, let count, let oldest) in figures { pending = (count, oldest) }
            #expect(pending?.count == 2)
            #expect(pending.map { $0.oldest > .seconds(99) && $0.oldest < .seconds(160) } == true)
            #expect(
                figures.contains { if case .pairs(.deal, .waiting, .companyNotSynced, 1, _) = $0 { true } else { false } })
            #expect(figures.contains { if case .pairs(.contact, .pending, nil, 1, _) = $0 { true } else { false } })
            #expect(!figures.contains { if case .pairs(_, .blocked, _, _, _) = $0 { true } else { false } })
        }
    }

    @Test("The outbox's age is that of hints which are due; those of a paused kind, and retries to come, age nobody")
    func outbox() async throws {
        try await TestDatabase.with { test in
            let due = try await test.plant(.deal)
            let paused = try await test.plant(.contact)
            let later = try await test.plant(.company)
            try await test.database.execute(HintPairs(pairs: [due], lane: .live, dueAt: .now + .seconds(-30)))
            try await test.database.execute(HintPairs(pairs: [paused], lane: .live, dueAt: .now + .seconds(-900)))
            try await test.database.execute(HintPairs(pairs: [later], lane: .backfill, dueAt: .now + .seconds(900)))
            try await test.pause(.contact)
            let figures = try await test.database.run(ReadFigures())
            let rows = figures.compactMap { figure -> (Lane, Int, Duration)? in
                if case .outbox(let lane, let count, let oldest) = figure { (lane, count, oldest) } else { nil }
            }
            #expect(rows.count == 1 && rows.first?.0 == .live && rows.first?.1 == 1)
            #expect(rows.first.map { $0.2 >= .seconds(29) && $0.2 < .seconds(90) } == true)
            #expect(figures.contains(.paused(.contact)) && !figures.contains(.paused(.deal)))
        }
    }

    @Test("Counts, limits, and the day's quota while it is today's")
    func counts() async throws {
        try await TestDatabase.with { test in
            let empty = try await test.database.run(ReadFigures())
            #expect(empty.contains(.repairs(0)) && empty.contains(.deadLetters(0)) && empty.contains(.discoveries(0)))
            #expect(!empty.contains { if case .quota = $0 { true } else { false } })
            #expect(empty.contains(.limit(name: "daily", opensIn: .zero, spacing: .zero)))
            #expect(empty.contains { if case .databaseBytes(let bytes) = $0 { bytes > 1_000_000 } else { false } })
            try await test.database.script(
                """
                INSERT INTO counter (name, value) VALUES ('repairs', 3);
                UPDATE rate_quota SET quota = 1000, remaining = 40, asked_at = now();
                UPDATE rate_limit SET closed_until = now() + interval '10 s' WHERE name = 'main'
                """)
            let figures = try await test.database.run(ReadFigures())
            #expect(figures.contains(.repairs(3)) && figures.contains(.quota(remaining: 40, of: 1000, reserve: 50)))
            #expect(
                figures.contains { figure in
                    if case .limit("main", let opensIn, .milliseconds(500)) = figure { opensIn > .seconds(5) } else { false }
                })
            try await test.database.script("UPDATE rate_quota SET asked_at = now() - interval '2 days'")
            let tomorrow = try await test.database.run(ReadFigures())
            #expect(!tomorrow.contains { if case .quota = $0 { true } else { false } })
        }
    }
}
