#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Wall-clock time that never steps back: the wall clock is read once, and the monotonic one added to it.
struct SteadyClock: Sendable {
    static let shared = SteadyClock()

    private let origin = ContinuousClock.now
    private let wall = Int(Date().timeIntervalSince1970 * 1_000_000)

    /// Microseconds since 1970.
    var now: Int {
        let (seconds, attoseconds) = (ContinuousClock.now - origin).components
        return wall + Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
    }

    /// Milliseconds since 1970.
    var milliseconds: Int { now / 1000 }
}
