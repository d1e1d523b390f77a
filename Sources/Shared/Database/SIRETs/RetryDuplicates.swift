public import Domain

/// Wakes companies that were blocked because another held their SIRET, once it holds it no longer (R6).
public struct RetryDuplicates: Statement {
    public var sirets: [String]
    public var lane: Lane

    public init(of sirets: [String], lane: Lane) {
        self.sirets = sirets
        self.lane = lane
    }

    public static let sql = "SELECT id FROM retry_duplicates($1, $2) AS id"

    public var parameters: [Parameter] { [.textArray(sirets), .text(lane.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
