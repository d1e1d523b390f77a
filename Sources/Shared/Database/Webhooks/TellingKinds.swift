public import Domain

/// The kinds whose webhooks arrived within the hour.
public struct TellingKinds: Statement {
    public init() {}

    public static let sql = """
        SELECT substr(name, length('webhook.') + 1) FROM cursor
        WHERE name LIKE 'webhook.%' AND updated_at > now() - interval '1 hour'
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Kind { try row.word(0) }
}
