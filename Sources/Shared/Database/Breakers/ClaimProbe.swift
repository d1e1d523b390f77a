public import Domain

/// Claims the one probe that is due on an open breaker; a row comes back when it is ours. The next probe is due after
/// twice the pause, should this one fail or its prober die.
public struct ClaimProbe: Statement {
    public var system: System

    public init(_ system: System) { self.system = system }

    public static let sql = """
        UPDATE breaker SET
            failures = failures + 1,
            probe_at = now() + least(interval '60 seconds', interval '1 second' * power(2, least(failures + 1, 10)))
        WHERE system = $1 AND opened_at IS NOT NULL AND probe_at <= now()
        RETURNING failures
        """

    public var parameters: [Parameter] { [.text(system.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
