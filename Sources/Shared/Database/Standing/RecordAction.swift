/// Who did what by hand: the audit of the operator's commands. No value of a record stands in it. Returns the row's id.
public struct RecordAction: Statement {
    public var `operator`: String
    public var action: String
    public var detail: String?

    public init(by name: String, _ action: String, detail: String? = nil) {
        self.operator = name
        self.action = action
        self.detail = detail
    }

    public static let sql = "INSERT INTO operator_action (operator, action, detail) VALUES ($1, $2, $3) RETURNING id"

    public var parameters: [Parameter] { [.text(self.operator), .text(action), .text(detail)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
