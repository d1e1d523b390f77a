public import Domain

/// Where one pair stands: the company that a dependant waits for.
public struct ReadStanding: Statement {
    public var pair: PairID

    public init(_ pair: PairID) { self.pair = pair }

    public static let sql = "SELECT \(StandingRow.columns) FROM standing WHERE id = $1"

    public var parameters: [Parameter] { [.int(pair.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> StandingRow { try StandingRow(row: row) }
}
