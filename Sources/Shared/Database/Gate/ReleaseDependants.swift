public import Domain

/// Wakes every dependant that waits for one of these companies; part of the very transaction that opens them (R13).
/// Returns how many.
public struct ReleaseDependants: Statement {
    public var companies: [PairID]
    public var lane: Lane
    public var traces: Traces

    public init(of companies: [PairID], lane: Lane, traces: Traces = Traces()) {
        self.companies = companies
        self.lane = lane
        self.traces = traces
    }

    public static let sql = """
        WITH parked AS (
            SELECT id FROM pair
            WHERE state = 'waiting' AND company_id = ANY ($1::bigint[])
                AND reason IN (\(Reason.awaitedCompanySQL))
            ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("parked", lane: "$2", trace: "$3"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.intArray(companies.map(\.rawValue)), .text(lane.rawValue), traces.parent] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
