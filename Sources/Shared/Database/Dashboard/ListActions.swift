public import Domain

/// What operators did by hand, newest first.
public struct ListActions: Statement {
    public struct Row: Sendable {
        public var id: Int64
        public var at: Instant
        public var `operator`: String
        public var action: String
        public var detail: String?
    }

    /// The last row of the page before.
    public var before: Int64?
    public var limit: Int

    public init(before: Int64? = nil, limit: Int) {
        self.before = before
        self.limit = limit
    }

    public static let sql = """
        SELECT id, at, operator, action, detail FROM operator_action
        WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT $2
        """

    public var parameters: [Parameter] { [.int(before), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            id: try row.int(0), at: try row.instant(1), operator: try row.text(2), action: try row.text(3),
            detail: try row.textOrNull(4))
    }
}
