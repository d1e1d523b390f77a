import Testing

@testable import Messaging

@Suite struct ReconnectPolicyTests {
    let policy = ReconnectPolicy(base: .milliseconds(200), maximum: .seconds(10))

    @Test(
        "the ceiling doubles up to the maximum, and jitter takes up to half of it",
        arguments: [
            (0, 0.0, 100), (0, 1.0, 200), (1, 0.0, 200), (2, 0.5, 600), (5, 1.0, 6400), (6, 1.0, 10_000),
            (6, 0.0, 5000), (1_000_000, 1.0, 10_000), (-3, 0.0, 100), (0, 7.0, 200),
        ])
    func delays(attempt: Int, jitter: Double, milliseconds: Int) {
        #expect(policy.delay(attempt: attempt, jitter: jitter) == .milliseconds(milliseconds))
    }

    @Test("attempts count on while connections break at once, and begin anew after a stable one")
    func attempts() {
        #expect(policy.nextAttempt(after: 3, held: .seconds(1)) == 4)
        #expect(policy.nextAttempt(after: 3, held: .seconds(10)) == 0)
    }
}
