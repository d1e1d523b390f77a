public import Domain

/// A page of the pairs of a filter that an operator may have tried again, by id.
public struct FindRetryable: Statement {
    public var filter: StandingFilter
    /// The last pair of the page before.
    public var after: PairID?
    public var limit: Int

    public init(_ filter: StandingFilter, after: PairID? = nil, limit: Int) {
        self.filter = filter
        self.after = after
        self.limit = limit
    }

    /// The conditions of a filter, and those of RetryPairs.
    static let condition = """
        \(StandingFilter.condition) AND state IN ('blocked', 'failed', 'retrying', 'not_eligible')
            AND shown_state IN ('blocked', 'failed', 'retrying', 'not_eligible')
        """

    public static let sql = "SELECT id FROM standing WHERE \(condition) AND id > $6 ORDER BY id LIMIT $7"

    public var parameters: [Parameter] { filter.parameters + [.int(after?.rawValue ?? 0), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
