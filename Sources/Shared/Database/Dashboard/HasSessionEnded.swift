/// Whether a session was signed out of.
public struct HasSessionEnded: Statement {
    public var nonce: String

    public init(_ nonce: String) { self.nonce = nonce }

    public static let sql = "SELECT EXISTS (SELECT FROM ended_session WHERE nonce = $1)"

    public var parameters: [Parameter] { [.text(nonce)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}
