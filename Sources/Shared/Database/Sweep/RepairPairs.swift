public import Domain

/// The sweeper's statement: pairs with unanswered changes that nothing will ever answer — no hint, no lease, no retry
/// time, no pause, hinted more than a minute ago while no worker of theirs holds a message — are queued again, and
/// counted as repairs. A repair means a bug.
///
/// - Parameter kinds: those whose queues stand empty.
public struct RepairPairs: Statement {
    public var kinds: [Kind]

    public init(kinds: [Kind]) { self.kinds = kinds }

    public static let sql = """
        WITH lost AS (
            SELECT id FROM pair
            WHERE wanted > applied AND hinted_at < now() - interval '1 minute' AND kind = ANY ($1::text[])
                AND (lease_until IS NULL OR lease_until < now() - interval '1 minute')
                AND (next_attempt_at IS NULL OR next_attempt_at < now() - interval '1 minute')
                AND kind NOT IN (SELECT kind FROM control)
                AND NOT EXISTS (SELECT FROM outbox WHERE pair_id = pair.id)
            ORDER BY id LIMIT 500 FOR NO KEY UPDATE SKIP LOCKED
        ), \(HintSQL.want("lost", lane: "'live'")),
        noted AS (
            INSERT INTO journal (pair_id, event) SELECT id, 'repaired' FROM wanted
        ), counted AS (
            INSERT INTO counter (name, value) SELECT 'repairs', count(*) FROM wanted HAVING count(*) > 0
            ON CONFLICT (name) DO UPDATE SET value = counter.value + excluded.value
        )
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.textArray(kinds.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
