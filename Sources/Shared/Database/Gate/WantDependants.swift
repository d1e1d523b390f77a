public import Domain

/// What hangs on companies that stop is looked at once more, by the very transaction that stops them: it waits for them
/// (R26), unless HubSpot shows it on another company by now (R12). What that look shows must not depend on whether
/// anything else had asked for one (R27).
///
/// Returns the pairs that were queued.
public struct WantDependants: Statement {
    public var companies: [PairID]
    public var lane: Lane
    public var traces: Traces

    public init(of companies: [PairID], lane: Lane, traces: Traces = Traces()) {
        self.companies = companies
        self.lane = lane
        self.traces = traces
    }

    public static let sql = """
        WITH below AS (
            SELECT id FROM pair
            WHERE company_id = ANY ($1::bigint[])
                AND (state IN ('synced', 'pending', 'blocked')
                    OR (state = 'waiting' AND reason IN ('COMPANY_NOT_SYNCED', 'NO_COMPANY')))
            ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("below", lane: "$2", trace: "$3"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.intArray(companies.map(\.rawValue)), .text(lane.rawValue), traces.parent] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
