import Synchronization

/// The named checks of one program.
///
/// A part that knows its own state holds a ``HealthLamp``; everything else registers a check that is asked each time,
/// and must answer at once.
public final class Health: Sendable {
    public typealias Check = @Sendable () -> HealthVerdict

    private let checks = Mutex<[HealthAspect: [String: Check]]>([:])

    public init() {}

    public func add(_ name: String, for aspect: HealthAspect, check: @escaping Check) {
        checks.withLock { $0[aspect, default: [:]][name] = check }
    }

    /// A lamp that shows "starting" until it is first set.
    public func lamp(_ name: String, for aspect: HealthAspect = .ready) -> HealthLamp {
        let lamp = HealthLamp()
        add(name, for: aspect) { lamp.verdict }
        return lamp
    }

    public func report(_ aspect: HealthAspect) -> HealthReport {
        let asked = checks.withLock { $0[aspect] ?? [:] }
        return HealthReport(verdicts: asked.mapValues { $0() })
    }
}
