public import Domain

/// How many records stand for which reason, by state and kind; of the synced, none.
public struct CountReasons: Statement {
    public struct Row: Sendable {
        public var state: State
        public var reason: Reason?
        public var kind: Kind
        public var count: Int
        /// Since when the one stands so that has stood longest.
        public var oldest: Instant
    }

    public var states: [State]

    public init(_ states: [State]) { self.states = states }

    public static let sql = """
        SELECT shown_state, shown_reason, kind, count(*), min(shown_since) FROM standing
        WHERE state <> 'synced' AND state = ANY ($1::text[]) AND shown_state = ANY ($1::text[])
        GROUP BY shown_state, shown_reason, kind ORDER BY shown_state, shown_reason, kind
        """

    public var parameters: [Parameter] { [.textArray(states.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            state: try row.word(0), reason: try row.wordOrNull(1), kind: try row.word(2), count: Int(try row.int(3)),
            oldest: try row.instant(4))
    }
}
