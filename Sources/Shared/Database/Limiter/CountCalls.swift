import Domain

/// Calls to HubSpot since midnight where the account is, by purpose; purposes without calls are left out.
struct CountCalls: Statement {
    static let sql = """
        SELECT purpose, calls FROM rate_count WHERE day = account_day(clock_timestamp()) ORDER BY purpose
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> (purpose: String, calls: Int) {
        (try row.text(0), Int(try row.int(1)))
    }
}
