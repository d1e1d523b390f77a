public import Domain

/// The pairs of a filter that an operator may have tried again.
public struct FindRetryable: Statement {
    public var filter: StandingFilter

    public init(_ filter: StandingFilter) { self.filter = filter }

    public static let sql = """
        SELECT id FROM standing
        WHERE \(StandingFilter.condition) AND shown_state IN ('blocked', 'failed', 'retrying', 'not_eligible') ORDER BY id
        """

    public var parameters: [Parameter] { filter.parameters }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
