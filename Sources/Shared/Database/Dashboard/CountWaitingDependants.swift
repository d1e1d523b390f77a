public import Domain

/// How many records wait, and how many of them for no company that is known.
public struct CountWaitingDependants: Statement {
    public struct Row: Sendable {
        public var companies: Int
        public var dependants: Int
        public var withoutCompany: Int
        public var oldest: Instant?
    }

    public init() {}

    public static let sql = """
        SELECT count(DISTINCT company_id), count(*), count(*) FILTER (WHERE company_id IS NULL), min(since)
        FROM pair WHERE state = 'waiting' AND applied = wanted
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            companies: Int(try row.int(0)), dependants: Int(try row.int(1)), withoutCompany: Int(try row.int(2)),
            oldest: try row.instantOrNull(3))
    }
}
