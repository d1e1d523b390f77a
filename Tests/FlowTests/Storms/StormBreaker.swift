import Database

/// Whether a system is held to be away.
struct StormBreaker: Statement {
    var system: String

    static let sql = "SELECT opened_at IS NOT NULL FROM breaker WHERE system = $1"

    var parameters: [Parameter] { [.text(system)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}
