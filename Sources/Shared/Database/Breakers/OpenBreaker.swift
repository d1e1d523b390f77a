public import Domain

/// A system did not answer: nobody calls it any more, but for one probe at a time. Probes come after 1, 2, 4 … 60
/// seconds, or at `notBefore` where the system (or the daily quota) has named a moment.
public struct OpenBreaker: Statement {
    public var system: System
    public var cause: String
    public var notBefore: Instant?

    public init(_ system: System, cause: String, notBefore: Instant? = nil) {
        self.system = system
        self.cause = cause
        self.notBefore = notBefore
    }

    // Failures of calls that were under way when it opened do not lengthen the pause: the exponent grows by probes only.
    public static let sql = """
        UPDATE breaker SET
            opened_at = coalesce(opened_at, now()), cause = $2,
            probe_at = CASE WHEN opened_at IS NULL OR $3::timestamptz IS NOT NULL
                THEN coalesce($3::timestamptz, now() + interval '1 second') ELSE probe_at END
        WHERE system = $1
        """

    public var parameters: [Parameter] {
        [.text(system.rawValue), .text(cause), notBefore.map(Parameter.instant) ?? .null]
    }
}
