public import Domain

/// A page of records in the order in which they became known: all, or those of a filter, or of a company.
public struct ListRecords: Statement {
    public var filter: StandingFilter
    public var company: PairID?
    /// The last record of the page before.
    public var after: PairID?
    public var limit: Int

    public init(_ filter: StandingFilter, company: PairID? = nil, after: PairID? = nil, limit: Int) {
        self.filter = filter
        self.company = company
        self.after = after
        self.limit = limit
    }

    public static let sql = """
        SELECT \(RecordRow.columns) FROM standing LEFT JOIN pair company ON company.id = standing.company_id
        WHERE ($1::text IS NULL OR shown_state = $1) AND ($2::text IS NULL OR shown_reason = $2)
            AND ($3::text IS NULL OR standing.kind = $3)
            AND ($4::timestamptz IS NULL OR shown_since >= $4) AND ($5::timestamptz IS NULL OR shown_since < $5)
            AND ($6::bigint IS NULL OR standing.company_id = $6) AND standing.id > $7
        ORDER BY standing.id LIMIT $8
        """

    public var parameters: [Parameter] {
        filter.parameters + [.int(company?.rawValue), .int(after?.rawValue ?? 0), .int(limit)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> RecordRow { try RecordRow(row: row) }
}
