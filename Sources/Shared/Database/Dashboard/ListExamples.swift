public import Domain

/// The first records of each of some groups that stand alike; of the synced, none.
public struct ListExamples: Statement {
    public var groups: [(state: State, reason: Reason?)]
    /// Of each group.
    public var limit: Int

    public init(of groups: [(state: State, reason: Reason?)], limit: Int) {
        self.groups = groups
        self.limit = limit
    }

    // Each group is a few steps along the index of those that are not synced, however many it has.
    public static let sql = """
        SELECT \(RecordRow.columns) FROM unnest($1::text[], $2::text[]) AS wished (state, reason) CROSS JOIN LATERAL (
            (SELECT id FROM pair WHERE state <> 'synced' AND state = wished.state AND reason = wished.reason
                AND (wanted = applied OR state = 'retrying') ORDER BY id LIMIT $3)
            UNION ALL
            (SELECT id FROM pair WHERE state <> 'synced' AND state = wished.state AND reason IS NULL AND wished.reason IS NULL
                AND (wanted = applied OR state = 'retrying') ORDER BY id LIMIT $3)
        ) AS first JOIN standing ON standing.id = first.id LEFT JOIN pair company ON company.id = standing.company_id
        ORDER BY standing.id
        """

    public var parameters: [Parameter] {
        [.textArray(groups.map(\.state.rawValue)), .textArray(groups.map { $0.reason?.rawValue }), .int(limit)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> RecordRow { try RecordRow(row: row) }
}
