public import Domain

/// How many pairs of each kind stand in each state; states without pairs are left out.
public struct CountStandings: Statement {
    public struct Row: Sendable {
        public var kind: Kind
        public var state: State
        public var count: Int
        /// Since when the one stands here that has stood longest.
        public var oldest: Instant

        public init(kind: Kind, state: State, count: Int, oldest: Instant) {
            self.kind = kind
            self.state = state
            self.count = count
            self.oldest = oldest
        }
    }

    public init() {}

    public static let sql = """
        SELECT kind, shown_state, count(*), min(shown_since) FROM standing GROUP BY kind, shown_state
        ORDER BY kind, shown_state
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(kind: try row.word(0), state: try row.word(1), count: Int(try row.int(2)), oldest: try row.instant(3))
    }
}
