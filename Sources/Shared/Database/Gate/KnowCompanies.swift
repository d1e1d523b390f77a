public import Domain

/// Makes companies known that dependants hang on, and queues those that nobody had heard of, ahead of their
/// dependants (R13). Returns the rows of all of them.
public struct KnowCompanies: Statement {
    public var hubspotIDs: [ID<HubSpotRecord>]
    public var lane: Lane

    public init(hubspotIDs: [ID<HubSpotRecord>], lane: Lane) {
        self.hubspotIDs = hubspotIDs
        self.lane = lane
    }

    // The rows just inserted are not visible to the last SELECT: the second half of the union answers for them, and for
    // those that another transaction has inserted meanwhile, which the update that changes nothing fetches.
    public static let sql = """
        WITH named AS (
            SELECT DISTINCT hubspot_id FROM unnest($1::text[]) AS n (hubspot_id)
        ), new AS (
            INSERT INTO pair (kind, hubspot_id, wanted) SELECT 'company', hubspot_id, 1 FROM named
            WHERE NOT EXISTS (SELECT FROM pair WHERE pair.kind = 'company' AND pair.hubspot_id = named.hubspot_id)
            ORDER BY hubspot_id
            ON CONFLICT (kind, hubspot_id) WHERE hubspot_id IS NOT NULL DO UPDATE SET kind = excluded.kind
            RETURNING *
        ), hinted AS (
            INSERT INTO outbox (pair_id, lane) SELECT id, $2 FROM new ORDER BY id ON CONFLICT DO NOTHING
        )
        SELECT \(CompanyRow.columns) FROM pair JOIN named USING (hubspot_id) WHERE kind = 'company'
        UNION ALL
        SELECT \(CompanyRow.columns) FROM new AS pair
        """

    public var parameters: [Parameter] { [.textArray(hubspotIDs.map(\.rawValue)), .text(lane.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> CompanyRow { try CompanyRow(row: row) }
}
