/// The two clauses by which one statement tells pairs of a change and queues their hints, so that both happen in the
/// same transaction wherever it is done.
enum HintSQL {
    /// CTEs `wanted` (the pairs of `source`, a CTE of ids locked in order, with one more change each) and `hinted`.
    static func want(_ source: String, lane: String) -> String {
        """
        wanted AS (
            UPDATE pair SET wanted = wanted + 1, hinted_at = now() FROM \(source) WHERE pair.id = \(source).id
            RETURNING pair.id
        ), \(hint("wanted", lane: lane))
        """
    }

    /// CTE `hinted`: a row in the outbox for every id of `source`; one that is there is raised and due at once.
    static func hint(_ source: String, lane: String) -> String {
        """
        hinted AS (
            INSERT INTO outbox (pair_id, lane) SELECT id, \(lane) FROM \(source) ORDER BY id
            ON CONFLICT (pair_id, lane) DO UPDATE
                SET ver = outbox.ver + 1, due_at = least(outbox.due_at, now()), claimed_until = NULL
        )
        """
    }
}
