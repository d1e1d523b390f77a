public import Domain

/// An operator says so: looks again, at once and with all attempts ahead, at pairs that are blocked, failed, retrying
/// or not eligible (rules.md, last sentence). Others need no retry, and are left alone.
///
/// Returns the pairs that were queued.
public struct RetryPairs: Statement {
    public var pairs: [PairID]

    public init(_ pairs: [PairID]) { self.pairs = pairs }

    /// The states that an operator may have tried again.
    public static let states: [State] = [.blocked, .failed, .retrying, .notEligible]

    public static let sql = """
        WITH chosen AS (
            SELECT id FROM pair WHERE id = ANY ($1::bigint[])
                AND CASE WHEN wanted > applied AND state <> 'retrying' THEN 'pending' ELSE state END
                    = ANY (ARRAY['blocked', 'failed', 'retrying', 'not_eligible'])
            ORDER BY id FOR UPDATE
        ), wanted AS (
            UPDATE pair SET
                wanted = wanted + 1, hinted_at = now(), attempts = 0, next_attempt_at = NULL,
                state = CASE state WHEN 'retrying' THEN 'pending' ELSE state END,
                reason = CASE state WHEN 'retrying' THEN NULL ELSE reason END
            FROM chosen WHERE pair.id = chosen.id
            RETURNING pair.id
        ), \(HintSQL.hint("wanted", lane: "'live'"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.intArray(pairs.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
