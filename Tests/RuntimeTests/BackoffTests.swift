import Testing

@testable import Runtime

@Suite struct BackoffTests {
    let backoff = Backoff(base: .seconds(1), cap: .seconds(60))

    @Test func `the bounds double up to the cap`() {
        #expect((1...8).map { backoff.ceiling(attempt: $0) } == [1, 2, 4, 8, 16, 32, 60, 60].map { .seconds($0) })
    }

    @Test func `no attempt is beyond it`() {
        for attempt in [-1, 0, 1] { #expect(backoff.ceiling(attempt: attempt) == .seconds(1)) }
        #expect(backoff.ceiling(attempt: .max) == .seconds(60))
    }

    @Test func `a delay lies between nothing and its bound, for any randomness`() {
        for seed in 0..<200 {
            var randomness = Sequence64(state: UInt64(seed))
            for attempt in 1...12 {
                let delay = backoff.delay(attempt: attempt, using: &randomness)
                #expect(delay >= .zero && delay <= backoff.ceiling(attempt: attempt))
            }
        }
    }

    @Test func `the jitter uses the whole range`() {
        var randomness = Sequence64(state: 7)
        let delays = (0..<1000).map { _ in backoff.delay(attempt: 4, using: &randomness).seconds }
        let mean = delays.reduce(0, +) / 1000
        #expect((3.6...4.4).contains(mean))
        #expect(delays.contains { $0 < 0.5 } && delays.contains { $0 > 7.5 })
    }

    @Test func `the same randomness gives the same delay`() {
        var (one, other) = (Sequence64(state: 3), Sequence64(state: 3))
        #expect(backoff.delay(attempt: 5, using: &one) == backoff.delay(attempt: 5, using: &other))
    }
}

/// A known sequence of numbers (SplitMix64).
struct Sequence64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
