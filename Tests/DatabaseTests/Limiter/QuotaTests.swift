import Database
import Domain
import Runtime
import TestKit
import Testing

@Suite struct QuotaTests {
    /// A limiter in an account where it is `minute` minutes past midnight now.
    private func at(
        minute: Int, reserve: DailyReserve = .percent(5), _ body: (TestDatabase, Limiter, Instant) async throws -> Void
    ) async throws {
        try await TestDatabase.with { test in
            let zone = try #require(await test.database.first(ZoneAt(minute: minute)))
            try await test.database.setPace(
                Pace(delay: .milliseconds(1), windowMax: 100_000, reserve: reserve, zone: zone))
            let limiter = try Limiter(url: test.url, application: "tests")
            defer { limiter.close() }
            try await body(test, limiter, try #require(await test.database.first(ServerNow())))
        }
    }

    private func refusal(_ limiter: Limiter, from now: Instant) async -> (reason: PermitRefusal, wait: Duration)? {
        guard case .notBefore(let moment, let reason) = await limiter.ask() else { return nil }
        return (reason, moment - now)
    }

    @Test("R23 The day's quota less the reserve is not exceeded", arguments: [DailyReserve.percent(5), .calls(50)])
    func reserve(reserve: DailyReserve) async throws {
        try await at(minute: 720, reserve: reserve) { test, limiter, now in
            try await test.database.noteQuota(remaining: 51, of: 1000, calledAt: now)
            #expect(await limiter.ask() == .granted)
            try await test.database.noteQuota(remaining: 50, of: 1000, calledAt: now)
            let refused = try #require(await refusal(limiter, from: now))
            #expect(refused.reason == .dailyQuota)
            #expect(refused.wait > .seconds(3500) && refused.wait < .seconds(3700))
            let daily = try #require(await test.database.headroom().last)
            #expect(daily.name == "daily" && daily.spacing == .seconds(3600) && daily.nextIn > .seconds(3500))
        }
    }

    @Test("R23 Once an hour one call probes, and an answer that tells enough opens the day")
    func probe() async throws {
        try await at(minute: 720) { test, limiter, now in
            try await test.database.noteQuota(remaining: 1, of: 1000, calledAt: now)
            try await test.database.script("UPDATE rate_quota SET probe_at = now()")
            let verdicts = await onThreads(6) { _ in limiter.permit(PermitRequest(purpose: .read, lane: .live)) }
            #expect(verdicts.count { $0 == .granted } == 1)
            // The answer to a call from before the closing opens nothing.
            try await test.database.noteQuota(remaining: 900, of: 1000, calledAt: now)
            #expect(await refusal(limiter, from: now) != nil)
            let later = try #require(await test.database.first(ServerNow()))
            try await test.database.noteQuota(remaining: 900, of: 1000, calledAt: later)
            #expect(await limiter.ask() == .granted)
        }
    }

    @Test("R23 DAILY lasts until midnight where the account is, however near that is")
    func daily() async throws {
        try await at(minute: 720) { test, limiter, now in
            try await test.database.penalise(.daily)
            let refused = try #require(await refusal(limiter, from: now))
            #expect(refused.reason == .penalty && refused.wait > .seconds(3500) && refused.wait < .seconds(3700))
        }
        try await at(minute: 1430) { test, limiter, now in
            try await test.database.penalise(.daily)
            let refused = try #require(await refusal(limiter, from: now))
            #expect(refused.wait > .seconds(530) && refused.wait <= .seconds(600))
        }
    }

    @Test("R23 A new day is open, whatever late answers tell of the old one")
    func midnight() async throws {
        try await at(minute: 2) { test, limiter, now in
            // Called before midnight, answered after it.
            try await test.database.noteQuota(remaining: 0, of: 1000, calledAt: now - .seconds(600))
            #expect(await limiter.ask() == .granted)
            // Called after midnight, while the vendor's counter lags behind.
            try await test.database.noteQuota(remaining: 0, of: 1000, calledAt: now)
            #expect(await limiter.ask() == .granted)
        }
        try await at(minute: 720) { test, limiter, now in
            try await test.database.noteQuota(remaining: 0, of: 1000, calledAt: now)
            #expect(await refusal(limiter, from: now) != nil)
            // Midnight comes.
            try await test.database.script("UPDATE rate_quota SET closed_until = now()")
            #expect(await limiter.ask() == .granted)
        }
    }

    @Test("A time zone that does not exist is refused, and the one before stays")
    func zone() async throws {
        try await at(minute: 720) { test, limiter, _ in
            let error = await failure { try await test.database.setPace(Pace(zone: "Europe/Nowhere")) }
            guard case .refused(SQLState("22023"), _)? = error else { return #expect(error == .deadline) }
            try await test.database.setPace(Pace(zone: "Europe/Paris"))
            #expect(await limiter.ask() == .granted)
        }
    }
}
