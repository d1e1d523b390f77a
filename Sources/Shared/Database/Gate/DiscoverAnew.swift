public import Domain

/// Records on which more may hang than events have told (R13, R26): of those that were restored HubSpot showed nothing
/// while they were archived, and what was looked at meanwhile found no company, though nobody here may ever have known
/// them gone; to those that others were merged into goes what hung on these. Discovery finds it below the company itself,
/// or the company that the deal or contact hangs on, and the activities that are linked with these (R21).
///
/// Of a record that is known to have stopped nothing is wanted yet: it is discovered when it opens again.
public struct DiscoverAnew: Statement {
    public var records: [RecordKey]
    public var lane: Lane

    public init(_ records: [RecordKey], lane: Lane) {
        self.records = records
        self.lane = lane
    }

    public static let sql = """
        WITH gaining AS (
            SELECT pair.id, company_id FROM pair JOIN unnest($1::text[], $2::text[]) AS r (kind, hubspot_id) USING (kind, hubspot_id)
            WHERE kind IN ('company', 'deal', 'contact')
        ), open AS (
            SELECT id FROM pair
            WHERE id IN (SELECT id FROM gaining UNION SELECT company_id FROM gaining) AND latched_at IS NOT NULL AND state <> 'stopped'
            ORDER BY id FOR NO KEY UPDATE
        )
        UPDATE pair SET discovery = CASE WHEN discovery = 'live' THEN 'live' ELSE $3 END
        FROM open WHERE pair.id = open.id
        RETURNING pair.id
        """

    public var parameters: [Parameter] {
        [.textArray(records.map(\.kind.rawValue)), .textArray(records.map(\.id.rawValue)), .text(lane.rawValue)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
