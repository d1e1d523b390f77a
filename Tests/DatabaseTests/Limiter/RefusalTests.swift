@testable import Database
import Domain
import TestKit
import Testing

@Suite(.serialized) struct RefusalTests {
    private let fast = Pace(delay: .milliseconds(1), windowMax: 100_000)

    @Test("A wait that is longer than the caller stands is told at once, with the moment to come back")
    func patience() async throws {
        let slow = Pace(delay: .seconds(60), windowMax: 100_000)
        try await TestDatabase.withLimiter(slow, patience: .seconds(2)) { test, limiter in
            #expect(await limiter.ask() == .granted)
            let before = ContinuousClock.now
            guard case .notBefore(let moment, .queue) = await limiter.ask() else {
                Issue.record("no refusal")
                return
            }
            #expect(ContinuousClock.now - before < .seconds(20))
            let now = try #require(await test.database.first(ServerNow()))
            #expect(moment - now > .seconds(50) && moment - now <= .seconds(60))
        }
    }

    @Test("R23 A 429 of TEN_SECONDLY stops all calls, one of SECONDLY the searches for a second")
    func penalties() async throws {
        try await TestDatabase.withLimiter(fast, patience: .seconds(3)) { test, limiter in
            let before = try #require(await test.database.first(ServerNow()))
            try await test.database.penalise(.secondly)
            #expect(await limiter.ask() == .granted)
            #expect(await limiter.ask(search: true) == .granted)
            #expect(try #require(await test.stamps().last).grantedAt - before >= .seconds(1))
            try await test.database.penalise(.tenSecondly)
            for search in [true, false] {
                guard case .notBefore(let moment, .penalty) = await limiter.ask(search: search) else {
                    Issue.record("no penalty")
                    return
                }
                #expect(moment - before > .seconds(9))
            }
        }
    }

    @Test("R23 A penalty reaches those who stand in line already")
    func penaltyInLine() async throws {
        try await TestDatabase.withLimiter(Pace(delay: .seconds(1), windowMax: 100_000), patience: .seconds(5)) { test, limiter in
            #expect(await limiter.ask() == .granted)
            async let waiting = limiter.ask()
            try await eventually("it does not stand") { try await test.database.first(LineLength()) == 1 }
            try await test.database.penalise(.tenSecondly)
            guard case .notBefore(_, .penalty) = await waiting else {
                Issue.record("it called during the penalty")
                return
            }
        }
    }

    @Test("Without a database nobody calls, and close sends away who stands")
    func unavailable() async throws {
        let lost = try Limiter(url: "postgresql://u:hush@127.0.0.1:1/d", application: "tests")
        guard case .unavailable(let why) = await lost.ask() else {
            Issue.record("a permit from nowhere")
            return
        }
        #expect(!why.contains("hush"))
        try await TestDatabase.withLimiter(Pace(delay: .seconds(20), windowMax: 100_000)) { test, limiter in
            #expect(await limiter.ask() == .granted)
            async let waiting = limiter.ask()
            try await eventually("it does not stand") { try await test.database.first(LineLength()) == 1 }
            limiter.close()
            guard case .unavailable = await waiting else {
                Issue.record("it still stood")
                return
            }
            try await eventually("its place is held") { try await test.database.first(LineLength()) == 0 }
        }
    }

    @Test("A permit that a frozen process has late is not used")
    func late() {
        #expect(!PermitAnswer.granted(waited: .seconds(3)).isLate(after: .milliseconds(3100)))
        #expect(PermitAnswer.granted(waited: .seconds(3)).isLate(after: .milliseconds(3300)))
        #expect(!PermitAnswer.refused(until: Instant(microseconds: 0), by: .queue).isLate(after: .seconds(60)))
    }

    @Test("A policy that nobody knows stops all calls", arguments: [("TEN_SECONDLY_ROLLING", Penalty.tenSecondly),
        ("SECONDLY", .secondly), ("DAILY", .daily), ("YEARLY", .tenSecondly)])
    func policies(name: String, penalty: Penalty) { #expect(Penalty(policyName: name) == penalty) }
}
