/// The place that a reader has reached, as JSON text.
public struct ReadCursor: Statement {
    public var name: String

    public init(_ name: String) { self.name = name }

    public static let sql = "SELECT value FROM cursor WHERE name = $1"

    public var parameters: [Parameter] { [.text(name)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}
