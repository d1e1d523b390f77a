public import Domain

/// Wakes the pairs whose reason names reference data that has just changed (rules.md, last sentence).
public struct WantPairsOfReasons: Statement {
    public var reasons: [Reason]
    public var warnings: [Warning.Code]

    public init(reasons: [Reason], warnings: [Warning.Code]) {
        self.reasons = reasons
        self.warnings = warnings
    }

    // A company whose box is off stays out whatever the parameter says: looking at it again would cost calls for nothing.
    public static let sql = """
        WITH concerned AS (
            SELECT id FROM pair
            WHERE (reason = ANY ($1::text[]) AND NOT (kind = 'company' AND reason = 'LIFECYCLE_NOT_REACHED' AND NOT box))
                OR (state = 'synced' AND EXISTS (
                    SELECT FROM jsonb_array_elements(warnings) w WHERE w ->> 'code' = ANY ($2::text[])))
            ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("concerned", lane: "'backfill'"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] {
        [.textArray(reasons.map(\.rawValue)), .textArray(warnings.map(\.rawValue))]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
