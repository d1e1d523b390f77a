public import Domain

/// The programs of the fleet that were seen within the last day. What they do at the moment: ``ReadCurrentWork``.
public struct ListWorkers: Statement {
    public struct Row: Sendable {
        public var id: String
        public var program: String
        public var host: String
        public var pid: Int
        public var version: String
        public var startedAt: Instant
        public var seenAt: Instant
        /// Messages taken and not settled yet.
        public var held: Int
    }

    public var limit: Int

    public init(limit: Int) { self.limit = limit }

    public static let sql = """
        SELECT id, program, host, pid, version, started_at, seen_at, held
        FROM worker WHERE seen_at > now() - interval '1 day'
        ORDER BY seen_at < now() - interval '30 seconds', program, host, started_at, id LIMIT $1
        """

    public var parameters: [Parameter] { [.int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            id: try row.text(0), program: try row.text(1), host: try row.text(2), pid: Int(try row.int(3)),
            version: try row.text(4), startedAt: try row.instant(5), seenAt: try row.instant(6),
            held: Int(try row.int(7)))
    }
}
