public import Domain

/// What was done with a pair, newest first.
public struct ReadHistory: Statement {
    public struct Row: Sendable {
        public var at: Instant
        /// A `JournalEntry.Event`, or a word of a newer program.
        public var event: String
        public var system: System?
        public var detail: String?
        public var trace: String?
    }

    public var pair: PairID
    public var limit: Int

    public init(of pair: PairID, limit: Int = 20) {
        self.pair = pair
        self.limit = limit
    }

    public static let sql = """
        SELECT at, event, system, detail, trace FROM journal WHERE pair_id = $1 ORDER BY id DESC LIMIT $2
        """

    public var parameters: [Parameter] { [.int(pair.rawValue), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            at: try row.instant(0), event: try row.text(1), system: try row.wordOrNull(2),
            detail: try row.textOrNull(3),
            trace: try row.textOrNull(4))
    }
}
