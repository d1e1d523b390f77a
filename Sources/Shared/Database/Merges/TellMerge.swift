public import Domain

/// R26: writes to the pairs of merged records what only the event tells: which record survives, and whether they lose.
/// Each is wanted once more, stopped ones too; who learnt it before, or has followed already, is left alone.
///
/// Merges that build on each other lead to the last survivor, in whatever order they are told: a survivor that was
/// itself merged away stands for its own, and whoever was to follow one that now goes follows on.
public struct TellMerge: Statement {
    public var kind: Kind
    public var survivor: ID<HubSpotRecord>
    public var losers: [ID<HubSpotRecord>]
    /// The record that the others were merged into, where the merge has made a new one of all: its pair goes along.
    public var winner: ID<HubSpotRecord>?
    public var lane: Lane

    public init(
        kind: Kind, survivor: ID<HubSpotRecord>, losers: [ID<HubSpotRecord>], winner: ID<HubSpotRecord>? = nil, lane: Lane
    ) {
        self.kind = kind
        self.survivor = survivor
        self.losers = losers
        self.winner = winner
        self.lane = lane
    }

    public static let sql = """
        WITH gone AS (
            SELECT hubspot_id, loses FROM unnest($2::text[], $3::boolean[]) AS g (hubspot_id, loses) WHERE hubspot_id <> $4
        ), survivor AS (
            SELECT coalesce((SELECT merged_into FROM pair WHERE kind = $1 AND hubspot_id = $4), $4) AS id
        ), concerned AS (
            SELECT pair.id, gone.loses FROM pair JOIN gone USING (hubspot_id) WHERE kind = $1
            UNION
            SELECT pair.id, merge_loser FROM pair JOIN gone ON pair.merged_into = gone.hubspot_id WHERE kind = $1
        ), locked AS (
            SELECT pair.id, concerned.loses, survivor.id AS survivor FROM pair JOIN concerned USING (id), survivor
            WHERE NOT (state = 'stopped' AND reason IS NOT DISTINCT FROM 'MERGED_IN_HUBSPOT')
                AND (merged_into, merge_loser) IS DISTINCT FROM (survivor.id, concerned.loses)
                AND pair.hubspot_id IS DISTINCT FROM survivor.id
            ORDER BY id FOR NO KEY UPDATE OF pair
        ), marked AS (
            UPDATE pair SET merged_into = locked.survivor, merge_loser = locked.loses, wanted = wanted + 1,
                hinted_at = now()
            FROM locked WHERE pair.id = locked.id
            RETURNING pair.id
        ), \(HintSQL.hint("marked", lane: "$5"))
        SELECT id FROM marked
        """

    public var parameters: [Parameter] {
        let gone = losers.map { ($0, true) } + (winner.map { [($0, false)] } ?? [])
        return [
            .text(kind.rawValue), .textArray(gone.map(\.0.rawValue)), .boolArray(gone.map(\.1)),
            .text(survivor.rawValue), .text(lane.rawValue),
        ]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
