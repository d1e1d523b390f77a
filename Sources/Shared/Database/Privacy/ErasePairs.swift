public import Domain

/// Erases every value that we hold of records: what was last synced, what they are called, what is being written, conflicts' values, warnings,
/// SIRETs. A worker that holds one at this moment loses its lease, so that its commit brings nothing back.
///
/// - `stops: true` for a privacy deletion in HubSpot (R26): the pair stops, and every change told so far is answered.
/// - `stops: false` for `passerelle forget`: the pair stays as it is, and its next look is that of a first link (R24).
///
/// What a detail names may be a value, unless the reason says that it is the id of a record in the way.
public struct ErasePairs: Statement {
    public var pairs: [PairID]
    public var stops: Bool

    public init(_ pairs: [PairID], stops: Bool) {
        self.pairs = pairs
        self.stops = stops
    }

    public static let sql = """
        WITH erased AS (
            SELECT id, kind, hubspot_id, NOT $2::boolean AND wanted > applied AND next_attempt_at IS NULL AS goes_on
            FROM pair WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE
        ), blank AS (
            UPDATE pair SET
                snapshot = NULL, called = NULL, echo = NULL, warnings = '[]', siret = NULL,
                detail = CASE WHEN NOT $2 AND reason IN ('CONTACT_DUPLICATE', 'SIRET_DUPLICATE') THEN detail END,
                state = CASE WHEN $2 THEN 'stopped' ELSE state END,
                reason = CASE WHEN $2 THEN 'DELETED_IN_HUBSPOT' ELSE reason END,
                since = CASE WHEN $2 THEN now() ELSE since END,
                applied = CASE WHEN $2 THEN wanted ELSE applied END,
                attempts = CASE WHEN $2 THEN 0 ELSE attempts END,
                next_attempt_at = CASE WHEN $2 THEN NULL ELSE next_attempt_at END,
                lease_term = lease_term + 1, lease_owner = NULL, lease_until = NULL, crashes = 0
            FROM erased WHERE pair.id = erased.id
            RETURNING pair.id
        ), conflicts AS (
            UPDATE conflict SET hubspot_value = NULL, artis_value = NULL FROM erased WHERE conflict.pair_id = erased.id
        ), sirets AS (
            DELETE FROM siret USING erased WHERE erased.kind = 'company' AND siret.hubspot_id = erased.hubspot_id
        ), answered AS (
            DELETE FROM outbox USING erased WHERE $2 AND outbox.pair_id = erased.id
        ), hinted AS (
            INSERT INTO outbox (pair_id, lane) SELECT id, 'live' FROM erased WHERE goes_on ON CONFLICT DO NOTHING
        ), noted AS (
            INSERT INTO journal (pair_id, event) SELECT id, 'erased' FROM blank
        )
        SELECT id FROM blank
        """

    public var parameters: [Parameter] { [.intArray(pairs.map(\.rawValue)), .bool(stops)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
