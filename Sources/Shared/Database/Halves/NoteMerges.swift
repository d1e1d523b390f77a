public import Domain

/// R26: a read has shown that records were merged into another: what an event that is lost, or still to come, would have
/// told. Without it the loser is the younger of two linked ones. Pairs that know already are left alone.
///
/// Returns the pairs that are to follow.
public struct NoteMerges: Statement {
    public var kind: Kind
    public var merges: [(survivor: ID<HubSpotRecord>, merged: ID<HubSpotRecord>)]
    public var lane: Lane

    public init(
        kind: Kind, _ merges: [(survivor: ID<HubSpotRecord>, merged: ID<HubSpotRecord>)], lane: Lane
    ) {
        self.kind = kind
        self.merges = merges
        self.lane = lane
    }

    public static let sql = """
        WITH told AS (
            SELECT * FROM unnest($2::text[], $3::text[]) AS t (survivor, merged) WHERE survivor <> merged
        ), lost AS (
            SELECT pair.id, told.survivor, rank() OVER (
                PARTITION BY told.survivor
                ORDER BY pair.artis_id IS NULL, length(pair.hubspot_id), pair.hubspot_id) > 1 AS loses
            FROM pair JOIN told ON pair.hubspot_id = told.merged
            WHERE kind = $1 AND merged_into IS DISTINCT FROM told.survivor
                AND NOT (state = 'stopped' AND reason = 'MERGED_IN_HUBSPOT')
        ), locked AS (
            SELECT pair.id, lost.survivor, lost.loses FROM pair JOIN lost USING (id) ORDER BY id FOR NO KEY UPDATE OF pair
        ), marked AS (
            UPDATE pair SET merged_into = locked.survivor, merge_loser = locked.loses, wanted = wanted + 1,
                hinted_at = now()
            FROM locked WHERE pair.id = locked.id
            RETURNING pair.id
        ), \(HintSQL.hint("marked", lane: "$4"))
        SELECT id FROM marked
        """

    public var parameters: [Parameter] {
        [
            .text(kind.rawValue), .textArray(merges.map(\.survivor.rawValue)), .textArray(merges.map(\.merged.rawValue)),
            .text(lane.rawValue),
        ]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
