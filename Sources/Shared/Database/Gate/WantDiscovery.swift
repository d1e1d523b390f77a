public import Domain

/// Asks for discovery (again) below companies that are open: part of the transaction that opens them (R13), and what a
/// backfill does for companies that were open before it. Of deals and contacts that are back, or that others were
/// merged into, it finds the activities.
public struct WantDiscovery: Statement {
    public var records: [PairID]
    public var lane: Lane

    public init(below records: [PairID], lane: Lane) {
        self.records = records
        self.lane = lane
    }

    public static let sql = """
        WITH open AS (
            SELECT id FROM pair
            WHERE id = ANY ($1::bigint[]) AND kind IN ('company', 'deal', 'contact') AND latched_at IS NOT NULL AND state <> 'stopped'
            ORDER BY id FOR NO KEY UPDATE
        )
        UPDATE pair SET discovery = CASE WHEN discovery = 'live' THEN 'live' ELSE $2 END
        FROM open WHERE pair.id = open.id
        RETURNING pair.id
        """

    public var parameters: [Parameter] { [.intArray(records.map(\.rawValue)), .text(lane.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
