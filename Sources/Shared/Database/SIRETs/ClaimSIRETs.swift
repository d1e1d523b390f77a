public import Domain

/// Claims a SIRET for each pair, first come, first served (R6): the unique index decides between workers that meet the
/// same SIRET at the same instant. Returns who holds each of the SIRETs afterwards, the claimer or another.
///
/// A pair that holds another SIRET keeps it when the new one is taken. Run it again on `.conflict`: somebody else's
/// claim was under way.
public struct ClaimSIRETs: Statement {
    public var claims: [(pair: PairID, siret: String)]

    public init(_ claims: [(pair: PairID, siret: String)]) { self.claims = claims }

    public struct Row: Sendable {
        public var siret: String
        public var holder: PairID
        public var hubspotID: ID<HubSpotRecord>?
    }

    public static let sql = """
        WITH claim AS (
            SELECT DISTINCT ON (siret) pair_id, siret FROM unnest($1::bigint[], $2::text[]) AS c (pair_id, siret)
            ORDER BY siret, pair_id
        ), claimed AS (
            UPDATE pair SET siret = claim.siret FROM claim
            WHERE pair.id = claim.pair_id AND NOT EXISTS (SELECT FROM pair other WHERE other.siret = claim.siret)
            RETURNING pair.siret, pair.id, pair.hubspot_id
        )
        SELECT siret, id, hubspot_id FROM claimed
        UNION ALL
        SELECT pair.siret, pair.id, pair.hubspot_id FROM pair JOIN claim ON pair.siret = claim.siret
        """

    public var parameters: [Parameter] {
        [.intArray(claims.map(\.pair.rawValue)), .textArray(claims.map(\.siret))]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            siret: try row.text(0), holder: PairID(try row.int(1)),
            hubspotID: try row.textOrNull(2).map(ID.init(_:)))
    }
}
