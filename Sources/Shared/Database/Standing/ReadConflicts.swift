public import Domain

/// A pair's conflicts with both values, newest first (R24).
public struct ReadConflicts: Statement {
    public struct Row: Sendable {
        public var at: Instant
        public var conflict: FieldConflict
    }

    public var pair: PairID
    public var limit: Int

    public init(of pair: PairID, limit: Int = 20) {
        self.pair = pair
        self.limit = limit
    }

    public static let sql = """
        SELECT at, field, hubspot_value, artis_value, winner, cause FROM conflict
        WHERE pair_id = $1 ORDER BY id DESC LIMIT $2
        """

    public var parameters: [Parameter] { [.int(pair.rawValue), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            at: try row.instant(0),
            conflict: FieldConflict(
                field: try row.word(1), hubspot: try row.textOrNull(2), artis: try row.textOrNull(3),
                winner: try row.word(4), cause: try row.word(5)))
    }
}
