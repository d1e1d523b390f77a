public import Domain

/// Whether a system answers, as the whole fleet knows it.
public struct Breaker: Sendable {
    public var system: System
    /// Since when the system does not answer; nil while it does.
    public var openedAt: Instant?
    public var cause: String?
}
