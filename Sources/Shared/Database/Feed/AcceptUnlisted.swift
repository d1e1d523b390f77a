public import Domain

/// Wants a look at every pair whose record a full listing of artis has not shown, but for those that are known to be
/// gone and those that were made while it ran. A look shows whether the record is gone (R26).
///
/// Returns the pairs that were queued.
public struct AcceptUnlisted: Statement {
    /// When the listing began, by the database's clock.
    public var begun: Instant
    public var lane: Lane

    public init(since begun: Instant, lane: Lane) {
        self.begun = begun
        self.lane = lane
    }

    public static let sql = """
        WITH unlisted AS (
            SELECT id FROM pair
            WHERE artis_id IS NOT NULL AND created_at < $1::timestamptz
                AND NOT (state = 'stopped' AND reason IS NOT DISTINCT FROM 'DELETED_IN_ARTIS')
                AND NOT EXISTS (SELECT FROM listed WHERE (listed.collection, listed.artis_id) = (pair.collection, pair.artis_id))
            ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("unlisted", lane: "$2"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.instant(begun), .text(lane.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
