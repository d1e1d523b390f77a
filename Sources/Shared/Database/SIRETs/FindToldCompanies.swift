public import Domain

/// Companies that only HubSpot knows, of which a change was told that nobody has read yet, the latest first: the SIRET
/// that they were seen with may be another by now (R9).
public struct FindToldCompanies: Statement {
    public var limit: Int

    public init(limit: Int) { self.limit = limit }

    public static let sql = """
        SELECT hubspot_id FROM pair
        WHERE wanted > applied AND kind = 'company' AND hubspot_id IS NOT NULL AND artis_id IS NULL
            AND looked_at IS NOT NULL
        ORDER BY hinted_at DESC, id LIMIT $1
        """

    public var parameters: [Parameter] { [.int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> ID<HubSpotRecord> { ID(try row.text(0)) }
}
