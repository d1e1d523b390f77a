public import Domain

/// Ingest's one transaction: makes each pair known, wants one more change of it, and queues its hint
/// (architecture.md, "Ingest"). Many changes of one entity coalesce into one row.
///
/// Returns the pairs that were touched; a change that tells nothing new touches none. The hint of a record that may be
/// our own creation is held back for two seconds, while nobody has read it (R25).
public struct AcceptChanges: Statement {
    public var changes: [Change]
    public var lane: Lane
    /// W3C trace context of what told it.
    public var trace: String?

    public init(_ changes: [Change], lane: Lane, trace: String? = nil) {
        self.changes = changes
        self.lane = lane
        self.trace = trace
    }

    // What is known is locked in id order first, as everybody does; counting it has that done before the insert.
    public static let sql = """
        WITH told AS (
            SELECT kind, hubspot_id, CASE WHEN bool_or(modified IS NULL) THEN NULL ELSE max(modified) END AS modified,
                bool_and(may_be_ours) AS may_be_ours
            FROM unnest($1::text[], $2::text[], $3::timestamptz[], $6::boolean[])
                AS c (kind, hubspot_id, modified, may_be_ours)
            GROUP BY kind, hubspot_id
        ), known AS (
            SELECT id FROM pair JOIN told USING (kind, hubspot_id) ORDER BY id FOR NO KEY UPDATE OF pair
        ), touched AS (
            INSERT INTO pair (kind, hubspot_id, wanted, hubspot_told)
            SELECT kind, hubspot_id, 1, modified FROM told WHERE (SELECT count(*) FROM known) >= 0
            ORDER BY kind, hubspot_id
            ON CONFLICT (kind, hubspot_id) WHERE hubspot_id IS NOT NULL DO UPDATE
                SET wanted = pair.wanted + 1, hinted_at = now(),
                    hubspot_told = greatest(pair.hubspot_told, excluded.hubspot_told)
                WHERE excluded.hubspot_told IS NULL
                    OR excluded.hubspot_told > coalesce(greatest(pair.hubspot_told, pair.hubspot_modified), '-infinity')
            RETURNING id, kind, hubspot_id, hubspot_modified IS NULL AS unread
        ), hint AS (
            SELECT id, CASE WHEN unread AND may_be_ours THEN now() + interval '2 seconds' ELSE now() END AS due_at
            FROM touched JOIN told USING (kind, hubspot_id)
        ), hinted AS (
            INSERT INTO outbox (pair_id, lane, trace, due_at) SELECT id, $4, $5, due_at FROM hint ORDER BY id
            ON CONFLICT (pair_id, lane) DO UPDATE
                SET ver = outbox.ver + 1, due_at = least(outbox.due_at, excluded.due_at), claimed_until = NULL,
                    trace = coalesce(excluded.trace, outbox.trace)
        )
        SELECT id FROM touched
        """

    public var parameters: [Parameter] {
        [
            .textArray(changes.map(\.kind.rawValue)), .textArray(changes.map(\.hubspotID.rawValue)),
            .instantArray(changes.map(\.modified)), .text(lane.rawValue), trace.map(Parameter.text) ?? .null,
            .boolArray(changes.map(\.mayBeOurs)),
        ]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
