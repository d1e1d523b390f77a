/// How many pairs of a filter an operator may have tried again.
public struct CountRetryable: Statement {
    public var filter: StandingFilter

    public init(_ filter: StandingFilter) { self.filter = filter }

    public static let sql = "SELECT count(*) FROM standing WHERE \(FindRetryable.condition)"

    public var parameters: [Parameter] { filter.parameters }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
}
