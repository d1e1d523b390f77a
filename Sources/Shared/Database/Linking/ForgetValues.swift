public import Domain

/// Erases what Passerelle holds of the values of a record (GDPR): the values last synced, those of its conflicts, its
/// SIRET, and the texts that were said about it. The pair stays, linked and where it stands: ids are no values.
///
/// A worker that has it in hands must not bring the values back: its term ends, and what it was about is queued again.
///
/// Returns the pairs that were erased.
public struct ForgetValues: Statement {
    public var pairs: [PairID]

    public init(of pairs: [PairID]) { self.pairs = pairs }

    public static let sql = """
        WITH chosen AS (
            SELECT id, hubspot_id, kind FROM pair WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE
        ), erased AS (
            UPDATE pair SET
                snapshot = NULL, detail = NULL, warnings = '[]', echo = NULL, siret = NULL,
                lease_owner = NULL, lease_until = NULL, lease_term = lease_term + 1
            FROM chosen WHERE pair.id = chosen.id RETURNING pair.id, wanted > applied AS unanswered
        ), unanswered AS (
            SELECT id FROM erased WHERE unanswered
        ), conflicts AS (
            UPDATE conflict SET hubspot_value = NULL, artis_value = NULL FROM chosen WHERE pair_id = chosen.id
        ), sirets AS (
            DELETE FROM siret USING chosen WHERE chosen.kind = 'company' AND siret.hubspot_id = chosen.hubspot_id
        ), \(HintSQL.hint("unanswered", lane: "'live'"))
        SELECT id FROM erased
        """

    public var parameters: [Parameter] { [.intArray(pairs.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
