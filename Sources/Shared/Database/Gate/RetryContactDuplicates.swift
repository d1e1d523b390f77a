public import Domain

/// Wakes contacts that are blocked because one of these holds their address (R28), once that one was looked at again:
/// its address may have changed, or it may be gone.
public struct RetryContactDuplicates: Statement {
    public var holders: [ID<HubSpotRecord>]
    public var lane: Lane
    public var traces: Traces

    public init(of holders: [ID<HubSpotRecord>], lane: Lane, traces: Traces = Traces()) {
        self.holders = holders
        self.lane = lane
        self.traces = traces
    }

    public static let sql = """
        WITH blocked AS (
            SELECT id FROM pair
            WHERE reason = 'CONTACT_DUPLICATE' AND kind = 'contact' AND detail = ANY ($1::text[])
                AND hubspot_id IS DISTINCT FROM detail
            ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("blocked", lane: "$2", trace: "$3"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.textArray(holders.map(\.rawValue)), .text(lane.rawValue), traces.parent] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
