import Synchronization

/// A loop that must turn as long as its process is of any use: each turn beats, and one that is overdue by far tells of a
/// process that only a restart helps.
public final class HealthPulse: Sendable {
    /// Longer than any turn can take whose calls all meet their deadlines.
    private let limit: Duration
    /// Nil until it first turns: it may have to wait for a peer before.
    private let last = Mutex<SuspendingClock.Instant?>(nil)

    init(limit: Duration) { self.limit = limit }

    public func beat() { beat(at: .now) }

    func beat(at moment: SuspendingClock.Instant) { last.withLock { $0 = moment } }

    /// A machine that slept is no fault of the loop's: the clock stands still meanwhile.
    func verdict(at moment: SuspendingClock.Instant = .now) -> HealthVerdict {
        last.withLock { $0.map { $0 + limit < moment } ?? false } ? .unwell("has not turned for long") : .well
    }
}

extension Health {
    /// - Parameter limit: how long a turn may take before the process counts as stuck.
    public func pulse(_ name: String, limit: Duration) -> HealthPulse {
        let pulse = HealthPulse(limit: limit)
        add(name, for: .alive) { pulse.verdict() }
        return pulse
    }
}
