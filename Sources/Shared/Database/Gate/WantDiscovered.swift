public import Domain

/// Wakes activities that discovery found beside deals and contacts which are back in HubSpot (R21, R26): one that was
/// looked at meanwhile was shown no link with them, and nothing else tells that the link is back. Those that left no row,
/// or have stopped, are left alone.
public struct WantDiscovered: Statement {
    public var records: [RecordKey]
    public var lane: Lane

    public init(_ records: [RecordKey], lane: Lane) {
        self.records = records
        self.lane = lane
    }

    public static let sql = """
        WITH beside AS (
            SELECT id FROM pair JOIN unnest($1::text[], $2::text[]) AS r (kind, hubspot_id) USING (kind, hubspot_id)
            WHERE latched_at IS NOT NULL AND state <> 'stopped'
            ORDER BY id FOR NO KEY UPDATE OF pair
        ), \(HintSQL.want("beside", lane: "$3"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] {
        [.textArray(records.map(\.kind.rawValue)), .textArray(records.map(\.id.rawValue)), .text(lane.rawValue)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
