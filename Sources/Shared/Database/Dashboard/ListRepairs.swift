public import Domain

/// What the sweeper had to queue again, newest first, as far as the journal reaches back.
public struct ListRepairs: Statement {
    public struct Row: Sendable {
        /// Of the journal's row.
        public var id: Int64
        public var at: Instant
        public var record: RecordRow
    }

    /// The last row of the page before.
    public var before: Int64?
    public var limit: Int

    public init(before: Int64? = nil, limit: Int) {
        self.before = before
        self.limit = limit
    }

    public static let sql = """
        SELECT \(RecordRow.columns), repair.id, repair.at
        FROM (
            SELECT id, at, pair_id FROM journal WHERE event = 'repaired' AND ($1::bigint IS NULL OR id < $1)
            ORDER BY id DESC LIMIT $2
        ) AS repair JOIN standing ON standing.id = repair.pair_id
        LEFT JOIN pair company ON company.id = standing.company_id
        ORDER BY repair.id DESC
        """

    public var parameters: [Parameter] { [.int(before), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(id: try row.int(11), at: try row.instant(12), record: try RecordRow(row: row))
    }
}
