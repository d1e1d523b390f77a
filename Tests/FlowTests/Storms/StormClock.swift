import Database
import Domain

/// The database's clock, and the delay that is in force by it.
struct StormClock: Statement {
    static let sql = """
        SELECT clock_timestamp(), (extract(epoch FROM spacing) * 1000000)::bigint FROM rate_limit WHERE name = 'main'
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> (now: Instant, spacing: Duration) {
        (try row.instant(0), .microseconds(try row.int(1)))
    }
}
