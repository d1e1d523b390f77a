public import Domain

/// A page of pairs in the order in which they became known.
public struct ListStandings: Statement {
    public var filter: StandingFilter
    /// The last pair of the page before.
    public var after: PairID?
    public var limit: Int

    public init(_ filter: StandingFilter, after: PairID? = nil, limit: Int = 500) {
        self.filter = filter
        self.after = after
        self.limit = limit
    }

    public static let sql = """
        SELECT \(StandingRow.columns) FROM standing WHERE \(StandingFilter.condition) AND id > $6 ORDER BY id LIMIT $7
        """

    public var parameters: [Parameter] { filter.parameters + [.int(after?.rawValue ?? 0), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> StandingRow { try StandingRow(row: row) }
}
