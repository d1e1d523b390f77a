public import Domain

/// Wakes the activities that HubSpot links with deals or contacts whose company may have changed, as theirs may be that
/// one (R12), or that were merged into another (R26): no event names them. Where an integration did it, which may be ourselves, only those that are not synced.
public struct WantActivitiesBeside: Statement {
    public var records: [(key: RecordKey, mayBeOurs: Bool)]
    public var lane: Lane

    public init(_ records: [(key: RecordKey, mayBeOurs: Bool)], lane: Lane) {
        self.records = records
        self.lane = lane
    }

    public static let sql = """
        WITH told AS (
            SELECT * FROM unnest($1::text[], $2::text[], $3::boolean[]) AS t (kind, external_id, may_be_ours)
        ), beside AS (
            SELECT id FROM pair
            WHERE id IN (
                SELECT activity_id FROM link JOIN told USING (kind, external_id) JOIN pair activity ON activity.id = activity_id
                WHERE system = 'hubspot' AND state <> 'stopped' AND (state <> 'synced' OR NOT may_be_ours))
            ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("beside", lane: "$4"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] {
        [
            .textArray(records.map(\.key.kind.rawValue)), .textArray(records.map(\.key.id.rawValue)),
            .boolArray(records.map(\.mayBeOurs)), .text(lane.rawValue),
        ]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
