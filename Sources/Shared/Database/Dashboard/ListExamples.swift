public import Domain

/// The first records of each reason, in some states.
public struct ListExamples: Statement {
    public var states: [State]
    /// Of each reason.
    public var limit: Int

    public init(_ states: [State], limit: Int) {
        self.states = states
        self.limit = limit
    }

    public static let sql = """
        SELECT \(RecordRow.columns) FROM (
            SELECT *, row_number() OVER (PARTITION BY shown_state, shown_reason ORDER BY id) AS place FROM standing
            WHERE state = ANY ($1::text[]) AND shown_state = ANY ($1::text[])
        ) AS standing LEFT JOIN pair company ON company.id = standing.company_id
        WHERE place <= $2 ORDER BY standing.id
        """

    public var parameters: [Parameter] { [.textArray(states.map(\.rawValue)), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> RecordRow { try RecordRow(row: row) }
}
