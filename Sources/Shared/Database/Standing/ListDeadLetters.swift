import Domain

/// Dead letters, oldest first.
public struct ListDeadLetters: Statement {
    public var filter: DeadLetterFilter

    public init(_ filter: DeadLetterFilter = DeadLetterFilter()) { self.filter = filter }

    public static let sql = """
        SELECT \(DeadLetterRow.columns) FROM dead_letter WHERE \(DeadLetterFilter.condition) ORDER BY id LIMIT 10000
        """

    public var parameters: [Parameter] { filter.parameters }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> DeadLetterRow { try DeadLetterRow(row: row) }
}
