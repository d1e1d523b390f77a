import Database
import Domain
import TestKit
import Testing

@Suite struct AcceptTests {
    private let noon = Instant(milliseconds: 1_780_000_000_000)

    private func change(_ id: String, _ kind: Kind = .deal, at modified: Instant? = nil) -> Change {
        Change(kind: kind, hubspotID: ID(id), modified: modified)
    }

    @Test("Many changes of one entity become one pair and one hint")
    func coalesces() async throws {
        try await TestDatabase.with { test in
            let first = try await test.database.run(
                AcceptChanges([change("1"), change("1"), change("1", .contact)], lane: .live, trace: "t1"))
            #expect(first.count == 2)
            let second = try await test.database.run(AcceptChanges([change("1")], lane: .live))
            let pair = try #require(second.first)
            #expect(first.contains(pair))
            #expect(try await test.see(pair).wanted == 2)
            let hints = try await test.hints(of: pair)
            #expect(hints.map(\.version) == [2])
            #expect(hints.map(\.trace) == ["t1"], "a hint keeps the trace of what told it first")
        }
    }

    @Test("A date that is not younger than the last told tells nothing; no date always tells")
    func toldDates() async throws {
        try await TestDatabase.with { test in
            func tell(_ modified: Instant?) async throws -> Int {
                try await test.database.run(AcceptChanges([change("1", at: modified)], lane: .live)).count
            }
            #expect(try await tell(noon) == 1)
            #expect(try await tell(noon) == 0, "told already")
            #expect(try await tell(noon - .seconds(1)) == 0, "older")
            #expect(try await tell(noon + .seconds(1)) == 1, "younger")
            #expect(try await tell(nil) == 1)
            #expect(try await tell(noon + .seconds(1)) == 0, "a change without a date forgets no date")
            let pair = try #require(try await test.database.first(FindPairs(kind: .deal, hubspotIDs: ["1"])))
            #expect(pair.wanted == 3)
        }
    }

    @Test("R25 A date that our own write has left tells nothing")
    func echo() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant { $0.hubspot_id = "1" }
            try await test.database.script("UPDATE pair SET hubspot_modified = '2026-11-25 12:00+00'")
            let written = try #require(Instant(rfc3339: "2026-11-25T12:00:00Z"))
            #expect(try await test.database.run(AcceptChanges([change("1", at: written)], lane: .live)) == [])
            #expect(
                try await test.database.run(AcceptChanges([change("1", at: written + .milliseconds(1))], lane: .live))
                    == [pair])
        }
    }

    @Test("One told date and one without, in one call, tell")
    func mixedDates() async throws {
        try await TestDatabase.with { test in
            _ = try await test.database.run(AcceptChanges([change("1", at: noon)], lane: .live))
            let told = try await test.database.run(
                AcceptChanges([change("1", at: noon), change("1")], lane: .live))
            #expect(told.count == 1)
        }
    }

    @Test("The lanes have rows of their own")
    func lanes() async throws {
        try await TestDatabase.with { test in
            for lane in Lane.allCases { _ = try await test.database.run(AcceptChanges([change("1")], lane: lane)) }
            let pair = try #require(try await test.database.first(FindPairs(kind: .deal, hubspotIDs: ["1"])))
            #expect(try await test.hints(of: pair.id).map(\.lane) == [.live, .backfill])
        }
    }

    @Test("A change makes a held-back hint due at once, and frees it from the relay that is publishing the old one")
    func raises() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant { $0.hubspot_id = "1" }
            try await test.database.execute(HintPairs(pairs: [pair], lane: .live, dueAt: .now + .seconds(600)))
            #expect(try await test.hints(of: pair).map(\.isDue) == [false])
            _ = try await test.database.run(AcceptChanges([change("1")], lane: .live))
            #expect(try await test.hints(of: pair).map(\.isDue) == [true])
            _ = try await test.database.run(ClaimOutbox(limit: 10, claim: .seconds(60)))
            _ = try await test.database.run(AcceptChanges([change("1")], lane: .live))
            #expect(try await test.hints(of: pair).map(\.isClaimed) == [false])
        }
    }

    @Test("R25 What may be our own creation is held back for the commit under way, as long as nobody has read it")
    func mayBeOurs() async throws {
        try await TestDatabase.with { test in
            func tell(_ id: String, ours: Bool = true) async throws -> PairID {
                let change = Change(kind: .deal, hubspotID: ID(id), mayBeOurs: ours)
                return try #require(try await test.database.run(AcceptChanges([change], lane: .live)).first)
            }
            let born = try await tell("1")
            _ = try await tell("1")
            #expect(try await test.hints(of: born).map(\.isDue) == [false])
            let dueIn = try #require(try await test.hints(of: born).first?.dueIn)
            #expect(dueIn <= 2)
            _ = try await tell("1", ours: false)
            #expect(try await test.hints(of: born).map(\.isDue) == [true], "a person's change waits for nobody")
            let read = try await test.plant { $0.hubspot_id = "2" }
            try await test.database.script("UPDATE pair SET hubspot_modified = now() WHERE id = \(read)")
            _ = try await tell("2")
            #expect(try await test.hints(of: read).map(\.isDue) == [true])
            let mixed = [true, false].map { Change(kind: .deal, hubspotID: "3", mayBeOurs: $0) }
            let pair = try #require(try await test.database.run(AcceptChanges(mixed, lane: .live)).first)
            #expect(try await test.hints(of: pair).map(\.isDue) == [true])
        }
    }
}
