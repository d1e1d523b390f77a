import Runtime

/// The moment at which a call has taken too long. The clock goes on while the machine sleeps.
struct Deadline: Sendable {
    let moment: ContinuousClock.Instant

    init(in duration: Duration) { moment = .now + duration }

    var left: Duration { max(.zero, ContinuousClock.now.duration(to: moment)) }
    var isPast: Bool { left == .zero }

    /// For `poll`: milliseconds, rounded up.
    var pollTimeout: Int32 { Int32(min(left.milliseconds + 1, 3_600_000)) }
}
