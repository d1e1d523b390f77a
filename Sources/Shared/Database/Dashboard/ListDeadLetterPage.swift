import Domain

/// A page of dead letters, oldest first.
public struct ListDeadLetterPage: Statement {
    public var filter: DeadLetterFilter
    /// The last letter of the page before.
    public var after: Int64?
    public var limit: Int

    public init(_ filter: DeadLetterFilter, after: Int64? = nil, limit: Int) {
        self.filter = filter
        self.after = after
        self.limit = limit
    }

    public static let sql = """
        SELECT \(DeadLetterRow.columns) FROM dead_letter
        WHERE \(DeadLetterFilter.condition) AND id > $7 ORDER BY id LIMIT $8
        """

    public var parameters: [Parameter] { filter.parameters + [.int(after ?? 0), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> DeadLetterRow { try DeadLetterRow(row: row) }
}
