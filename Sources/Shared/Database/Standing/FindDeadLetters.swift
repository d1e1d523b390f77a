/// The ids of all dead letters of a filter, without their bytes.
public struct FindDeadLetters: Statement {
    public var filter: DeadLetterFilter

    public init(_ filter: DeadLetterFilter) { self.filter = filter }

    public static let sql = "SELECT id FROM dead_letter WHERE \(DeadLetterFilter.condition) ORDER BY id"

    public var parameters: [Parameter] { filter.parameters }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
