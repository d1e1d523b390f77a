import Domain
import Runtime

/// Claims hints that are due, companies first, for one relay to publish. Relays share rows without waiting for each
/// other; a claim that its relay does not live to finish ends by itself.
///
/// Rows of paused kinds stay where they are.
public struct ClaimOutbox: Statement {
    public var limit: Int
    public var claim: Duration

    public init(limit: Int, claim: Duration) {
        self.limit = limit
        self.claim = claim
    }

    // A lane and kind after the other, each from its own end of the index: what waits behind is not read, and the outer
    // limit ends the loop. Places are the kinds in the order in which they are told.
    public static let sql = """
        WITH due AS (
            SELECT mine.pair_id, mine.lane
            FROM (
                SELECT lane, kind FROM unnest(ARRAY['live', 'backfill']) WITH ORDINALITY AS l (lane, place),
                    unnest(ARRAY['company', 'contact', 'deal', 'call', 'meeting', 'email']) WITH ORDINALITY
                        AS k (kind, rank)
                WHERE kind NOT IN (SELECT kind FROM control) ORDER BY place, rank
            ) AS turn
            CROSS JOIN LATERAL (
                SELECT pair_id, lane FROM outbox
                WHERE lane = turn.lane AND kind = turn.kind AND due_at <= now()
                    AND (claimed_until IS NULL OR claimed_until < now())
                ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
            ) AS mine
            LIMIT $1
        ), claimed AS (
            UPDATE outbox SET claimed_until = now() + make_interval(secs => $2 / 1000.0)
            FROM due WHERE outbox.pair_id = due.pair_id AND outbox.lane = due.lane
            RETURNING outbox.*
        )
        SELECT pair.id, pair.kind, hubspot_id, artis_id, lane, ver, wanted, trace
        FROM claimed JOIN pair ON pair.id = pair_id ORDER BY lane DESC, pair.kind <> 'company', due_at
        """

    public var parameters: [Parameter] { [.int(Int64(limit)), .int(claim.milliseconds)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> OutboxRow {
        let hubspotID = try row.textOrNull(2)
        let artisID = try row.textOrNull(3)
        return OutboxRow(
            pair: PairID(try row.int(0)), kind: try row.word(1), system: hubspotID == nil ? .artis : .hubspot,
            externalID: hubspotID ?? artisID ?? "", lane: try row.word(4), version: try row.int(5),
            wanted: try row.int(6), trace: try row.textOrNull(7))
    }
}
