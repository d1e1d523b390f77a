public import Domain

/// What was carried from one system to the other in the last minute, by kind: what the fleet itself knows of its pace.
public struct CountCarried: Statement {
    public struct Row: Sendable {
        public var kind: Kind
        public var count: Int
    }

    public init() {}

    public static let sql = """
        SELECT kind, count(*) FROM journal JOIN pair ON pair.id = journal.pair_id
        WHERE at >= now() - interval '1 minute' AND event IN (\(ReadThroughput.events)) GROUP BY kind
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(kind: try row.word(0), count: Int(try row.int(1)))
    }
}
