/// What a statement brought back.
public struct Answer<Row: Sendable>: Sendable {
    public var rows: [Row]
    /// Rows inserted, updated, deleted or selected, as PostgreSQL counts them; 0 for other commands.
    public var affected: Int
}
