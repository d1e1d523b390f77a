import Domain
import Testing

@Suite struct RetryPolicyTests {
    @Test("Waits grow by three up to an hour, and end after ten attempts")
    func example() {
        let policy = RetryPolicy()
        let waits = (1...10).map { policy.delay(after: $0, jitter: 0) }
        #expect(waits == [5, 15, 45, 135, 405, 1215, 3600, 3600, 3600].map { Duration.seconds($0) } + [nil])
        #expect(waits.compactMap { $0 }.reduce(.zero, +) == .seconds(12_620))
    }

    @Test("Jitter takes off up to a quarter, whatever it is given")
    func jitter() {
        let policy = RetryPolicy()
        #expect(policy.delay(after: 1, jitter: 1) == .milliseconds(3750))
        #expect(policy.delay(after: 1, jitter: 7) == .milliseconds(3750))
        #expect(policy.delay(after: 1, jitter: -1) == .seconds(5))
    }

    @Test("Odd numbers are borne", arguments: [Int.min, -1, 0, 1, 11, .max])
    func odd(_ attempt: Int) {
        let delay = RetryPolicy().delay(after: attempt, jitter: 0)
        #expect(attempt > 9 ? delay == nil : delay == .seconds(5))
        #expect(RetryPolicy(attempts: .max).delay(after: .max - 1, jitter: 0) == .seconds(3600))
    }
}
