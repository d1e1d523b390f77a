public import Domain

/// Of each kind: what is told and not answered yet, and what of it still waits to be published.
public struct ReadBacklogs: Statement {
    public struct Row: Sendable {
        public var kind: Kind
        public var unanswered: Int
        public var oldest: Instant?
        public var live: Int
        public var backfill: Int
    }

    public init() {}

    public static let sql = """
        SELECT kind, coalesce(unanswered, 0), oldest, coalesce(live, 0), coalesce(backfill, 0)
        FROM (
            SELECT kind, count(*) AS unanswered, min(hinted_at) AS oldest FROM pair WHERE wanted > applied GROUP BY kind
        ) AS told FULL JOIN (
            SELECT kind, count(*) FILTER (WHERE lane = 'live') AS live, count(*) FILTER (WHERE lane = 'backfill') AS backfill
            FROM outbox GROUP BY kind
        ) AS unpublished USING (kind)
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            kind: try row.word(0), unanswered: Int(try row.int(1)), oldest: try row.instantOrNull(2),
            live: Int(try row.int(3)), backfill: Int(try row.int(4)))
    }
}
