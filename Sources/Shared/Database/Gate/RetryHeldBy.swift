public import Domain

/// Wakes whoever names one of these companies as what stands in the way, once that one has opened, stopped or let a SIRET
/// go: blocked as its duplicate (R6) or between it and another (R12), or linked with a new SIRET that it held (R7).
public struct RetryHeldBy: Statement {
    /// As they are named: ids of HubSpot's and of artis'.
    public var companies: [String]
    public var lane: Lane

    public init(_ companies: [String], lane: Lane) {
        self.companies = companies
        self.lane = lane
    }

    public static let sql = """
        WITH held AS (
            SELECT id FROM pair
            WHERE (state = 'blocked' AND reason = 'SIRET_DUPLICATE' AND detail = ANY ($1::text[]))
                OR (state = 'blocked' AND reason = 'COMPANY_AMBIGUOUS' AND string_to_array(detail, ', ') && $1::text[])
                OR (warnings @> '[{"code": "SIRET_NOT_CARRIED"}]' AND EXISTS (
                    SELECT FROM jsonb_to_recordset(warnings) AS warning (code text, detail text)
                    WHERE code = 'SIRET_NOT_CARRIED' AND warning.detail = ANY ($1::text[])))
            ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("held", lane: "$2"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.textArray(companies), .text(lane.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
