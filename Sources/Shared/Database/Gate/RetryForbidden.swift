public import Domain

/// Wakes pairs that are blocked because HubSpot forbade a call for their kind (403: a scope is missing), once another of
/// that kind came through: the right may be there by now. Each at most every quarter of an hour: what came through may
/// have needed less.
///
/// Returns the pairs that were queued.
public struct RetryForbidden: Statement {
    public var kinds: Set<Kind>

    public init(_ kinds: Set<Kind>) { self.kinds = kinds }

    /// How the detail of such a pair begins; what HubSpot minds in one record is told otherwise.
    public static let mark = "403: "

    public static let sql = """
        WITH blocked AS (
            SELECT id FROM pair
            WHERE reason = 'HUBSPOT_REFUSED' AND kind = ANY ($1::text[]) AND detail LIKE '\(mark)%'
                AND hinted_at < now() - interval '15 minutes'
            ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("blocked", lane: "'backfill'"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.textArray(kinds.map(\.rawValue).sorted())] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
