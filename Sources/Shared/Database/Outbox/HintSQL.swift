/// Clauses that several statements share: telling pairs of a change and queueing their hints, so that both happen in
/// the same transaction wherever it is done, and finding the hints that a relay carried.
///
/// Pairs are locked in id order and `FOR NO KEY UPDATE`: whoever only refers to a pair (a hint, a dependant) need not
/// wait, and closes no ring of waits.
enum HintSQL {
    /// CTE `sent`: the rows `$1` (pairs), `$2` (lanes) that still have the versions `$3`. A row that somebody raises
    /// at this moment is passed over, so that relays wait for nobody: it is to be carried again anyway.
    static let sent = """
        sent AS (
            SELECT outbox.pair_id, outbox.lane FROM outbox
            JOIN unnest($1::bigint[], $2::text[], $3::bigint[]) AS s (pair_id, lane, ver) USING (pair_id, lane, ver)
            FOR UPDATE OF outbox SKIP LOCKED
        )
        """

    /// CTEs `wanted` (the pairs of `source`, a CTE of ids locked in order, with one more change each) and `hinted`.
    static func want(_ source: String, lane: String, trace: String = "NULL") -> String {
        """
        wanted AS (
            UPDATE pair SET wanted = wanted + 1, hinted_at = now() FROM \(source) WHERE pair.id = \(source).id
            RETURNING pair.id
        ), \(hint("wanted", lane: lane, trace: trace))
        """
    }

    /// CTE `hinted`: a row in the outbox for every id of `source`; one that is there is raised and due at once.
    static func hint(_ source: String, lane: String, trace: String = "NULL") -> String {
        """
        hinted AS (
            INSERT INTO outbox (pair_id, lane, trace) SELECT id, \(lane), \(trace) FROM \(source) ORDER BY id
            ON CONFLICT (pair_id, lane) DO UPDATE
                SET ver = outbox.ver + 1, due_at = least(outbox.due_at, now()), claimed_until = NULL,
                    trace = coalesce(outbox.trace, excluded.trace)
        )
        """
    }
}
