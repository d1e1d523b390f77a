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
        SELECT \(RecordRow.columns) FROM (
            SELECT * FROM standing
            WHERE \(StandingFilter.condition) AND ($6::bigint IS NULL OR company_id = $6) AND id > $7
            ORDER BY id LIMIT $8
        ) AS standing LEFT JOIN pair company ON company.id = standing.company_id
        ORDER BY standing.id
        """

    public var parameters: [Parameter] {
        filter.parameters + [.int(company?.rawValue), .int(after?.rawValue ?? 0), .int(limit)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> RecordRow { try RecordRow(row: row) }
}
