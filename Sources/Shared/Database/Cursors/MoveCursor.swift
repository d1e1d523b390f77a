/// Moves a reader's place; part of the transaction that accepts what was read up to there.
public struct MoveCursor: Statement {
    public var name: String
    /// JSON text.
    public var value: String

    public init(_ name: String, to value: String) {
        self.name = name
        self.value = value
    }

    public static let sql = """
        INSERT INTO cursor (name, value) VALUES ($1, $2::jsonb)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = now()
        """

    public var parameters: [Parameter] { [.text(name), .json(value)] }
}
