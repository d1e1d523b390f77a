public import Domain

/// Two halves of one (architecture.md): makes one row of a row that only HubSpot knows and one that only artis knows.
/// The older is kept, with both ids, and is looked at anew.
///
/// Returns the row that is kept; nothing when they are no halves (any more), and nothing was done.
public struct JoinHalves: Statement {
    public var first: PairID
    public var second: PairID
    public var lane: Lane

    public init(_ first: PairID, _ second: PairID, lane: Lane) {
        self.first = first
        self.second = second
        self.lane = lane
    }

    public static let sql = "SELECT kept FROM join_halves($1, $2, $3) AS kept WHERE kept IS NOT NULL"

    public var parameters: [Parameter] { [.int(first.rawValue), .int(second.rawValue), .text(lane.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
