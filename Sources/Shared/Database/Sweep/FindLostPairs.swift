public import Domain

/// Pairs with unanswered changes that nothing seems to be going to answer: no hint, no lease, no retry time, no pause,
/// changed more than a minute ago while no worker of theirs holds a message.
///
/// One look proves nothing: hints that were held back (a locked record, reference data that is missing) may have left the
/// outbox a moment ago, for a worker that has told of them with no heartbeat yet.
///
/// - Parameter kinds: those whose queues stand empty.
public struct FindLostPairs: Statement {
    public var kinds: [Kind]

    public init(kinds: [Kind]) { self.kinds = kinds }

    public struct Row: Sendable, Equatable {
        public var pair: PairID
        /// Of its last lease: another one tells that somebody has worked on it since.
        public var term: Int64
    }

    /// `$1`: the kinds.
    static let condition = """
        wanted > applied AND hinted_at < now() - interval '1 minute' AND kind = ANY ($1::text[])
            AND (lease_until IS NULL OR lease_until < now() - interval '1 minute')
            AND (next_attempt_at IS NULL OR next_attempt_at < now() - interval '1 minute')
            AND kind NOT IN (SELECT kind FROM control)
            AND NOT EXISTS (SELECT FROM outbox WHERE outbox.pair_id = pair.id)
        """

    public static let sql = "SELECT id, lease_term FROM pair WHERE \(condition) ORDER BY id LIMIT 500"

    public var parameters: [Parameter] { [.textArray(kinds.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(pair: PairID(try row.int(0)), term: try row.int(1))
    }
}
