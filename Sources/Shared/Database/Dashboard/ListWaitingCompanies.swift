public import Domain

/// Companies that others wait for, those first whose dependants have waited longest (R13).
public struct ListWaitingCompanies: Statement {
    public struct Row: Sendable {
        public var company: RecordRow
        public var deals: Int
        public var contacts: Int
        public var activities: Int
        /// Since when the first of them waits.
        public var oldest: Instant
    }

    /// The last row of the page before.
    public var after: (oldest: Instant, company: PairID)?
    public var limit: Int

    public init(after: (oldest: Instant, company: PairID)? = nil, limit: Int) {
        self.after = after
        self.limit = limit
    }

    public static let sql = """
        WITH waiting AS (
            SELECT company_id, count(*) FILTER (WHERE kind = 'deal') AS deals,
                count(*) FILTER (WHERE kind = 'contact') AS contacts,
                count(*) FILTER (WHERE kind IN ('call', 'meeting', 'email')) AS activities, min(since) AS oldest
            FROM pair
            WHERE state = 'waiting' AND reason IN (\(Reason.awaitedCompanySQL)) AND applied = wanted AND company_id IS NOT NULL
            GROUP BY company_id
            HAVING $1::timestamptz IS NULL OR (min(since), company_id) > ($1, $2)
            ORDER BY min(since), company_id LIMIT $3
        )
        SELECT \(RecordRow.columns), deals, contacts, activities, oldest
        FROM waiting JOIN standing ON standing.id = waiting.company_id
        LEFT JOIN pair company ON company.id = standing.company_id
        ORDER BY oldest, standing.id
        """

    public var parameters: [Parameter] { [.instant(after?.oldest), .int(after?.company.rawValue ?? 0), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            company: try RecordRow(row: row), deals: Int(try row.int(11)), contacts: Int(try row.int(12)),
            activities: Int(try row.int(13)), oldest: try row.instant(14))
    }
}
