import Runtime

/// Takes or keeps a duty that one process of the fleet does at a time; a row comes back while it is ours. Who dies or
/// freezes loses it when the time is up: an advisory lock would stay with a frozen session.
public struct TakeDuty: Statement {
    public var name: String
    public var owner: String
    public var duration: Duration

    public init(_ name: String, owner: String, duration: Duration) {
        self.name = name
        self.owner = owner
        self.duration = duration
    }

    public static let sql = """
        INSERT INTO duty (name, owner, until) VALUES ($1, $2, now() + make_interval(secs => $3 / 1000.0))
        ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
        WHERE duty.owner = excluded.owner OR duty.until < now()
        RETURNING name
        """

    public var parameters: [Parameter] { [.text(name), .text(owner), .int(duration.milliseconds)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}
