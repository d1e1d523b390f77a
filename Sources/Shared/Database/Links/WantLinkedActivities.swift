public import Domain

/// Wakes synced activities that are linked with contacts or deals which latch in this very transaction (R21).
public struct WantLinkedActivities: Statement {
    public var targets: [PairID]
    public var lane: Lane
    public var traces: Traces

    public init(linkedTo targets: [PairID], lane: Lane, traces: Traces = Traces()) {
        self.targets = targets
        self.lane = lane
        self.traces = traces
    }

    public static let sql = """
        WITH linked AS (
            SELECT activity.id FROM pair activity
            WHERE activity.latched_at IS NOT NULL AND activity.state <> 'stopped' AND activity.id IN (
                SELECT link.activity_id FROM link
                JOIN pair target ON target.kind = link.kind AND link.external_id
                    = CASE link.system WHEN 'hubspot' THEN target.hubspot_id ELSE target.artis_id END
                WHERE target.id = ANY ($1::bigint[]))
            ORDER BY activity.id FOR NO KEY UPDATE
        ), \(HintSQL.want("linked", lane: "$2", trace: "$3"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.intArray(targets.map(\.rawValue)), .text(lane.rawValue), traces.parent] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
