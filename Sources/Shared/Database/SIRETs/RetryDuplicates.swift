public import Domain

/// Wakes companies that were blocked because another held their SIRET, once it holds it no longer (R6).
public struct RetryDuplicates: Statement {
    public var sirets: [String]
    public var lane: Lane

    public init(of sirets: [String], lane: Lane) {
        self.sirets = sirets
        self.lane = lane
    }

    public static let sql = """
        WITH blocked AS (
            SELECT pair.id FROM pair LEFT JOIN siret ON siret.hubspot_id = pair.hubspot_id
            WHERE pair.kind = 'company' AND pair.reason = 'SIRET_DUPLICATE'
                -- What only artis knows is in no table of SIRETs: a look at it costs no call to HubSpot.
                AND (pair.hubspot_id IS NULL OR (siret.siret = ANY ($1::text[])
                    AND NOT EXISTS (SELECT FROM pair holder WHERE holder.siret = siret.siret)))
            ORDER BY pair.id FOR NO KEY UPDATE OF pair
        ), \(HintSQL.want("blocked", lane: "$2"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.textArray(sirets), .text(lane.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
