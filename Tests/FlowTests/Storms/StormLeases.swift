import Database

/// Ends every lease, as time would.
struct StormEndLeases: Statement {
    static let sql = "UPDATE pair SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL"
}

/// Pairs that somebody works on.
struct StormLeased: Statement {
    static let sql = "SELECT count(*) FROM pair WHERE lease_until > now()"

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}

/// Messages that company workers hold, by their own last word.
struct StormHeld: Statement {
    static let sql = "SELECT coalesce(sum(held), 0)::bigint FROM worker WHERE program = 'company-worker'"

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}

/// Calls that wait for their permit, for longer than any of the ordinary pace.
struct StormInLine: Statement {
    static let sql = """
        SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name LIKE '% limiter' AND state = 'active'
                AND query_start < now() - interval '1 second'
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
