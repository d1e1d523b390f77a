public import Domain

/// R26: a record with the SIRET of a stopped pair takes the place of the one that is gone, beside the record of the
/// other system. What hung on the stopped pair hangs on it still, and wakes when it opens again.
///
/// Returns the row that is kept; nothing when the pair is not stopped (any more), and nothing was done.
public struct TakeOver: Statement {
    public var stopped: PairID
    public var newcomer: PairID
    public var lane: Lane

    public init(of stopped: PairID, by newcomer: PairID, lane: Lane) {
        self.stopped = stopped
        self.newcomer = newcomer
        self.lane = lane
    }

    public static let sql = "SELECT kept FROM take_over($1, $2, $3) AS kept WHERE kept IS NOT NULL"

    public var parameters: [Parameter] { [.int(stopped.rawValue), .int(newcomer.rawValue), .text(lane.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
