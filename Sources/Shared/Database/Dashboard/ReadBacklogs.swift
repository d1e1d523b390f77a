public import Domain

/// Of each kind: what is told and not answered yet, and what of it still waits to be published, by lane. A hint has its
/// lane until it is published; from then on the broker has it, and the pair does not say.
public struct ReadBacklogs: Statement {
    public struct Row: Sendable {
        public var kind: Kind
        public var unanswered: Int
        /// Since when the one waits that has waited longest of those whose hint is published: it stands in a queue of the
        /// broker, or in a worker's hands.
        public var oldest: Instant?
        public var live: Unpublished
        public var backfill: Unpublished
    }

    /// Hints of one lane that are still to be published.
    public struct Unpublished: Sendable, Equatable {
        public var count: Int
        /// Since when the oldest of those that are due has been due.
        public var oldest: Instant?
    }

    public init() {}

    public static let sql = """
        SELECT kind, coalesce(unanswered, 0), oldest,
            coalesce(live, 0), oldest_live, coalesce(backfill, 0), oldest_backfill
        FROM (
            SELECT pair.kind, count(*) AS unanswered, min(hinted_at) FILTER (WHERE outbox.pair_id IS NULL) AS oldest
            FROM pair LEFT JOIN (SELECT DISTINCT pair_id FROM outbox) AS outbox ON outbox.pair_id = pair.id
            WHERE wanted > applied GROUP BY pair.kind
        ) AS told FULL JOIN (
            SELECT kind,
                count(*) FILTER (WHERE lane = 'live') AS live,
                min(due_at) FILTER (WHERE lane = 'live' AND due_at <= now()) AS oldest_live,
                count(*) FILTER (WHERE lane = 'backfill') AS backfill,
                min(due_at) FILTER (WHERE lane = 'backfill' AND due_at <= now()) AS oldest_backfill
            FROM outbox GROUP BY kind
        ) AS unpublished USING (kind)
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            kind: try row.word(0), unanswered: Int(try row.int(1)), oldest: try row.instantOrNull(2),
            live: Unpublished(count: Int(try row.int(3)), oldest: try row.instantOrNull(4)),
            backfill: Unpublished(count: Int(try row.int(5)), oldest: try row.instantOrNull(6)))
    }
}
