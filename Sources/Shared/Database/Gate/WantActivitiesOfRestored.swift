public import Domain

/// Wakes the activities of the companies that restored deals and contacts hang on (R21, R26): one that was looked at while
/// such a record was archived was shown no link with it, and nothing else tells that the link is back. A restoration is
/// rare, and a look at activities that do not change is a batched read.
public struct WantActivitiesOfRestored: Statement {
    public var records: [RecordKey]
    public var lane: Lane

    public init(_ records: [RecordKey], lane: Lane) {
        self.records = records
        self.lane = lane
    }

    public static let sql = """
        WITH restored AS (
            SELECT company_id FROM pair JOIN unnest($1::text[], $2::text[]) AS r (kind, hubspot_id) USING (kind, hubspot_id)
            WHERE kind IN ('deal', 'contact') AND company_id IS NOT NULL
        ), beside AS (
            SELECT id FROM pair
            WHERE company_id IN (SELECT company_id FROM restored) AND kind IN ('call', 'meeting', 'email')
                AND latched_at IS NOT NULL AND state <> 'stopped'
            ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("beside", lane: "$3"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] {
        [.textArray(records.map(\.kind.rawValue)), .textArray(records.map(\.id.rawValue)), .text(lane.rawValue)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
