public import Domain

/// The system answers again.
public struct CloseBreaker: Statement {
    public var system: System

    public init(_ system: System) { self.system = system }

    public static let sql = """
        UPDATE breaker SET failures = 0, opened_at = NULL, probe_at = NULL, cause = NULL
        WHERE system = $1 AND opened_at IS NOT NULL
        """

    public var parameters: [Parameter] { [.text(system.rawValue)] }
}
