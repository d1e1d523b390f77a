public import Domain

/// The moment at which this installation began, fixed by whoever asks first: a change older than it is brought by
/// `backfill` only, and R8 looks no further back.
public struct StartCursor: Statement {
    public var name: String

    public init(_ name: String) { self.name = name }

    public static let sql = """
        INSERT INTO cursor (name, value) VALUES ($1, to_jsonb(now()))
        ON CONFLICT (name) DO UPDATE SET name = excluded.name
        RETURNING (value #>> '{}')::timestamptz
        """

    public var parameters: [Parameter] { [.text(name)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Instant { try row.instant(0) }
}
