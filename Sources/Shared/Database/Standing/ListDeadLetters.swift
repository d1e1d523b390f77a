import Domain

/// A page of dead letters, oldest first.
public struct ListDeadLetters: Statement {
    public var filter: DeadLetterFilter
    /// The last letter of the page before.
    public var after: Int64
    public var limit: Int
    /// How many of each letter's bytes are read, from its beginning; nil: all.
    public var bytes: Int?

    public init(
        _ filter: DeadLetterFilter = DeadLetterFilter(), after: Int64 = 0, limit: Int = 10_000, bytes: Int? = nil
    ) {
        self.filter = filter
        self.after = after
        self.limit = limit
        self.bytes = bytes
    }

    public static let sql = """
        SELECT \(DeadLetterRow.columns(bytes: "$9")) FROM dead_letter WHERE \(DeadLetterFilter.condition) AND id > $7
        ORDER BY id LIMIT $8
        """

    public var parameters: [Parameter] { filter.parameters + [.int(after), .int(limit), .int(bytes)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> DeadLetterRow { try DeadLetterRow(row: row) }
}
