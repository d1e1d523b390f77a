import Testing

@testable import Observability

@Suite struct PulseTests {
    @Test func `a loop that turns is well, one that is overdue is not, and one that has not begun waits for its peers`() {
        let health = Health()
        let pulse = health.pulse("relay", limit: .seconds(300))
        let now = SuspendingClock.now
        #expect(pulse.verdict(at: now + .seconds(3600)) == .well)
        pulse.beat(at: now)
        #expect(pulse.verdict(at: now + .seconds(299)) == .well)
        #expect(pulse.verdict(at: now + .seconds(301)) == .unwell("has not turned for long"))
        pulse.beat(at: now + .seconds(301))
        #expect(pulse.verdict(at: now + .seconds(302)) == .well)
        pulse.beat(at: now - .seconds(301))
        #expect(health.report(.alive).json == #"{"status":"failing","checks":{"relay":"has not turned for long"}}"#)
        #expect(health.report(.ready).isWell, "a stuck process is no matter of readiness")
    }
}
