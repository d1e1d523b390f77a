import Database
import Domain

/// What comes out of a value that went in.
struct EchoBytes: Statement {
    var value: [UInt8]
    static let sql = "SELECT $1::bytea, length($1::bytea)"
    var parameters: [Parameter] { [.bytes(value)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> [UInt8] { try row.bytes(0) }
}

struct EchoText: Statement {
    var value: String?
    static let sql = "SELECT $1::text AS echoed"
    var parameters: [Parameter] { [.text(value)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> String? { try row.textOrNull(0) }
}

struct EchoTexts: Statement {
    var values: [String?]
    static let sql = "SELECT $1::text[]"
    var parameters: [Parameter] { [.textArray(values)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> [String?] { try row.textArray(0) }
}

struct EchoInts: Statement {
    var values: [Int64?]
    static let sql = "SELECT $1::bigint[]"
    var parameters: [Parameter] { [.intArray(values)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> [Int64?] { try row.intArray(0) }
}

struct EchoInstant: Statement {
    var value: Instant
    static let sql = "SELECT $1::timestamptz"
    var parameters: [Parameter] { [.instant(value)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> Instant { try row.instant(0) }
}

struct ReadTextAsNumber: Statement {
    static let sql = "SELECT 'secret value' AS siret"
    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}

struct OneParameterTooFew: Statement {
    static let sql = "SELECT $1::int + $2::int"
    var parameters: [Parameter] { [1] }
}

struct CastToNumber: Statement {
    var value: String
    static let sql = "SELECT $1::text::int"
    var parameters: [Parameter] { [.text(value)] }
}

struct Sleep: Statement {
    var seconds: Int
    static let sql = "SELECT pg_sleep($1)"
    var parameters: [Parameter] { [.int(seconds)] }
}

/// How many sessions of this database run a statement that contains a text.
struct CountRunning: Statement {
    var part: String
    static let sql = """
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
            AND state = 'active' AND strpos(query, $1) > 0
        """
    var parameters: [Parameter] { [.text(part)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}

struct KillMyself: Statement {
    static let sql = "SELECT pg_terminate_backend(pg_backend_pid())"
}

struct KillListeners: Statement {
    static let sql = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'
        """
}

struct Setting: Statement {
    var name: String
    static let sql = "SELECT current_setting($1)"
    var parameters: [Parameter] { [.text(name)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}
