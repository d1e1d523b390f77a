import Domain

/// All reference data at hand.
public struct ReadReferences: Statement {
    public init() {}

    public static let sql = "SELECT key, value, fetched_at FROM reference"

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> ReferenceRow {
        ReferenceRow(key: try row.text(0), value: try row.textOrNull(1), fetchedAt: try row.instantOrNull(2))
    }
}
