public import Domain

/// Wakes every dependant that a worker has in hands, where a company was merged away or restored: it may have been read
/// before that, and would wait for something that has come already (R13, R26). Both are rare.
public struct WantDependantsUnderway: Statement {
    public var lane: Lane

    public init(lane: Lane) { self.lane = lane }

    public static let sql = """
        WITH underway AS (
            SELECT id FROM pair WHERE wanted > applied AND lease_until IS NOT NULL AND kind <> 'company'
            ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("underway", lane: "$1"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.text(lane.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
