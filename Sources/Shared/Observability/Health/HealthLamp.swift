import Synchronization

/// The state of one part of a program, set by the part itself.
public final class HealthLamp: Sendable {
    private let state = Mutex<HealthVerdict>(.unwell("starting"))

    public func set(_ verdict: HealthVerdict) { state.withLock { $0 = verdict } }

    public var verdict: HealthVerdict { state.withLock { $0 } }
}
