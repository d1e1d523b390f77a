/// Keeps what was fetched, and ends the claim. Returns true when it differs from what was there.
public struct KeepReference: Statement {
    public var key: String
    /// JSON text.
    public var value: String

    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }

    public static let sql = """
        WITH before AS (SELECT value FROM reference WHERE key = $1 FOR UPDATE)
        INSERT INTO reference (key, value, fetched_at) VALUES ($1, $2::jsonb, now())
        ON CONFLICT (key) DO UPDATE SET value = excluded.value, fetched_at = now(), claimed_until = NULL
        RETURNING reference.value IS DISTINCT FROM (SELECT value FROM before)
        """

    public var parameters: [Parameter] { [.text(key), .json(value)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}
