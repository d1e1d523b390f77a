public import Domain

/// How many records wait for a company, and for how many; how many of them have none to wait for. Who waits for another
/// reason (R16) is not among them.
public struct CountWaitingDependants: Statement {
    public struct Row: Sendable {
        public var companies: Int
        public var dependants: Int
        public var withoutCompany: Int
        public var oldest: Instant?
    }

    public init() {}

    public static let sql = """
        SELECT count(DISTINCT company_id) FILTER (WHERE reason <> 'NO_COMPANY'), count(*),
            count(*) FILTER (WHERE reason = 'NO_COMPANY'), min(since)
        FROM pair WHERE state = 'waiting' AND reason IN (\(Reason.awaitedCompanySQL), 'NO_COMPANY') AND applied = wanted
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            companies: Int(try row.int(0)), dependants: Int(try row.int(1)), withoutCompany: Int(try row.int(2)),
            oldest: try row.instantOrNull(3))
    }
}
