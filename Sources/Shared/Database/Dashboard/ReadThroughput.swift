public import Domain

/// What was carried from one system to the other, a row a minute, of the minutes in which something was.
public struct ReadThroughput: Statement {
    public struct Row: Sendable {
        public var minute: Instant
        public var count: Int
    }

    public var since: Instant

    public init(since: Instant) { self.since = since }

    /// Events of the journal that carry something over.
    static let events = "'created', 'updated', 'linked'"

    public static let sql = """
        SELECT date_trunc('minute', at), count(*) FROM journal
        WHERE at >= $1 AND event IN (\(events)) GROUP BY 1 ORDER BY 1
        """

    public var parameters: [Parameter] { [.instant(since)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(minute: try row.instant(0), count: Int(try row.int(1)))
    }
}
