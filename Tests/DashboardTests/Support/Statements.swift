import Database
import Domain

struct ReadAudit: Statement {
    static let sql = "SELECT operator || ' ' || action || ' ' || coalesce(detail, '') FROM operator_action ORDER BY id"

    static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}

struct LastPair: Statement {
    static let sql = "SELECT max(id) FROM pair"

    static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}

struct ReadAsked: Statement {
    static let sql = "SELECT n FROM asked"

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
}
