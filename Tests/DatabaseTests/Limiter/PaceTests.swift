import Database
import Domain
import TestKit
import Testing

@Suite(.serialized) struct PaceTests {
    private func gaps(_ stamps: [PermitStamp]) -> [Duration] {
        zip(stamps.dropFirst(), stamps).map { $0.grantedAt - $1.grantedAt }
    }

    @Test("R22 Forty clients at once: no two permits are nearer than the delay, and the delay is used")
    func delay() async throws {
        let delay = Duration.milliseconds(20)
        try await TestDatabase.withLimiter(Pace(delay: delay, windowMax: 100_000)) { test, limiter in
            let verdicts = await onThreads(40) { _ in
                (0..<5).map { _ in limiter.permit(PermitRequest(purpose: .read, lane: .live)) }
            }
            #expect(verdicts.joined().allSatisfy { $0 == .granted })
            let stamps = try await test.stamps()
            // A permit that this busy machine had too late to use is one more stamp.
            #expect(stamps.count >= 200)
            #expect(gaps(stamps).allSatisfy { $0 >= delay })
            let took = try #require(stamps.last).grantedAt - #require(stamps.first).grantedAt
            print("limiter: \(Int(delay * (stamps.count - 1) / took * 100)) % of the delay used by 40 clients")
            try await expect([.read: stamps.count]) { try await test.database.callsToday() }
        }
    }

    @Test("R23 The ten-second limit holds in every window, at any delay")
    func window() async throws {
        try await TestDatabase.withLimiter(Pace(delay: .zero, windowMax: 401)) { test, limiter in
            _ = await onThreads(30) { _ in
                (0..<4).map { _ in limiter.permit(PermitRequest(purpose: .read, lane: .live)) }
            }
            // 401 in ten seconds are 25 ms apart: 41 in one second.
            let stamps = try await test.stamps()
            #expect(stamps.count >= 120)
            #expect(gaps(stamps).allSatisfy { $0 >= .milliseconds(25) })
            for (index, stamp) in stamps.enumerated() {
                #expect(stamps[index...].prefix { $0.grantedAt - stamp.grantedAt < .seconds(1) }.count <= 41)
            }
        }
    }

    @Test("R23 Searches keep their own limit too, and do not hold up other calls")
    func searches() async throws {
        let pace = Pace(delay: .milliseconds(10), windowMax: 100_000, searchesPerSecond: 10)
        try await TestDatabase.withLimiter(pace) { test, limiter in
            _ = await onThreads(8) { number in
                for _ in 0..<(number < 4 ? 3 : 25) {
                    _ = limiter.permit(PermitRequest(purpose: .poll, lane: .live, search: number < 4))
                }
            }
            let stamps = try await test.stamps()
            #expect(gaps(stamps).allSatisfy { $0 >= .milliseconds(10) })
            let searches = stamps.filter(\.search)
            #expect(searches.count >= 12)
            #expect(gaps(searches).allSatisfy { $0 >= .milliseconds(100) })
            // A hundred other calls at 10 ms pass while twelve searches take 1.1 s.
            let last = try #require(stamps.last { !$0.search }).grantedAt - #require(stamps.first).grantedAt
            let span = try #require(searches.last).grantedAt - #require(searches.first).grantedAt
            print("limiter: 100 calls in \(last), 12 searches in \(span)")
        }
    }

    @Test("First come, first served")
    func order() async throws {
        let purposes: [CallPurpose] = [.write, .read, .poll, .discovery, .backfill, .associations, .reference]
        // Nobody is served before all stand.
        let slow = Pace(delay: .seconds(60), windowMax: 100_000)
        try await TestDatabase.withLimiter(slow, patience: .seconds(900)) { test, limiter in
            _ = await limiter.ask(.operator)
            try await withThrowingTaskGroup { group in
                for (number, purpose) in purposes.enumerated() {
                    group.addTask { _ = await limiter.ask(purpose) }
                    try await eventually("nobody came") { try await test.database.first(LineLength()) ?? 0 > number }
                }
                try await test.database.setPace(Pace(delay: .milliseconds(10), windowMax: 100_000))
                try await group.waitForAll()
            }
            try await expect([.operator] + purposes) { try await test.stamps().map(\.purpose) }
        }
    }

    @Test("R23 Live goes before backfill, and backfill never starves")
    func lanes() async throws {
        try await TestDatabase.withLimiter(Pace(delay: .milliseconds(10), windowMax: 100_000)) { test, limiter in
            _ = await onThreads(12) { number in
                for _ in 0..<20 {
                    _ = limiter.permit(PermitRequest(purpose: .read, lane: number < 6 ? .live : .backfill))
                }
            }
            let stamps = try await test.stamps()
            #expect(stamps.count >= 240)
            let end = try #require(stamps.lastIndex { $0.lane == .live })
            let backfill = stamps[...end].count { $0.lane == .backfill }
            // Six live callers and one of backfill in line: a seventh of the calls.
            print("limiter: \(backfill) of \(end + 1) calls were backfill's while live calls waited")
            #expect(backfill > 0 && backfill * 4 < end + 1)
        }
    }

    @Test("R23 Between the calls of one live change backfill takes few turns, and some")
    func between() async throws {
        try await TestDatabase.withLimiter(Pace(delay: .milliseconds(100), windowMax: 100_000)) { test, limiter in
            _ = await onThreads(4) { number in
                for _ in 0..<(number == 0 ? 12 : 8) {
                    _ = limiter.permit(PermitRequest(purpose: .read, lane: number == 0 ? .live : .backfill))
                }
            }
            let stamps = try await test.stamps()
            let (first, last) = (stamps.firstIndex { $0.lane == .live }, stamps.lastIndex { $0.lane == .live })
            let between = stamps[try #require(first)...(try #require(last))].count { $0.lane == .backfill }
            // Each turn after three; as many as live ones, if it stood in line.
            print("limiter: \(between) turns of backfill between 12 live calls")
            #expect((1...7).contains(between))
        }
    }

    @Test("R22 A changed delay is in force at once, for calls that wait too")
    func changed() async throws {
        try await TestDatabase.withLimiter(Pace(delay: .seconds(29), windowMax: 100_000)) { test, limiter in
            _ = await limiter.ask()
            async let waiting = limiter.ask()
            try await eventually("nobody came") { try await test.database.first(LineLength()) == 1 }
            try await test.database.setPace(Pace(delay: .milliseconds(50), windowMax: 100_000))
            #expect(await waiting == .granted)
            let stamps = try await test.stamps()
            #expect(gaps(stamps).allSatisfy { $0 < .seconds(20) })
            try await expect([.milliseconds(50), .milliseconds(250), .zero]) {
                try await test.database.headroom().map(\.spacing)
            }
            try await test.database.setPace(Pace(delay: .milliseconds(1), windowMax: 101, searchesPerSecond: 8))
            try await expect([.milliseconds(100), .milliseconds(125), .zero]) {
                try await test.database.headroom().map(\.spacing)
            }
        }
    }
}
