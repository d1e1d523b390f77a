/// Keeps what a setting is now; returns a row where it was another before, or none was kept.
public struct NoteSetting: Statement {
    public var name: String
    public var value: String

    public init(_ name: String, is value: String) {
        self.name = name
        self.value = value
    }

    public static let sql = """
        INSERT INTO cursor (name, value) VALUES ('setting.' || $1, to_jsonb($2::text))
        ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = now()
            WHERE cursor.value IS DISTINCT FROM excluded.value
        RETURNING name
        """

    public var parameters: [Parameter] { [.text(name), .text(value)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}
