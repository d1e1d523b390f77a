/// Keeps what was fetched, and ends the claim. Returns true when it differs from what was there.
public struct KeepReference: Statement {
    public var key: String
    /// JSON text.
    public var value: String

    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }

    // The inner SELECT sees the row as it was before this statement. (Locked, it would be passed over as our own.)
    public static let sql = """
        INSERT INTO reference (key, value, fetched_at) VALUES ($1, $2::jsonb, now())
        ON CONFLICT (key) DO UPDATE SET value = excluded.value, fetched_at = now(), claimed_until = NULL
        RETURNING reference.value IS DISTINCT FROM (SELECT before.value FROM reference before WHERE before.key = $1)
        """

    public var parameters: [Parameter] { [.text(key), .json(value)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}
