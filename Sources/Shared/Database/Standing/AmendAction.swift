/// What a deed that is done in several transactions has come to: its row of the audit tells the whole after each.
public struct AmendAction: Statement {
    public var id: Int64
    public var detail: String

    public init(_ id: Int64, detail: String) {
        self.id = id
        self.detail = detail
    }

    public static let sql = "UPDATE operator_action SET detail = $2 WHERE id = $1"

    public var parameters: [Parameter] { [.int(id), .text(detail)] }
}
