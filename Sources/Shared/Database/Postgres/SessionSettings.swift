import Runtime

/// What every session of one database shares.
struct SessionSettings: Sendable {
    let url: DatabaseURL
    /// Shown in `pg_stat_activity`.
    let application: String
    /// How long a statement may take unless its caller says otherwise.
    let deadline: Duration
    /// How soon a server that waits (for a lock, in a sleep) notices that its client is gone. PostgreSQL 14 and later.
    var deathCheck: Duration = .seconds(2)
    var watch = DatabaseWatch.silent

    /// Session settings in SQL. The time-out is a belt for what the client's own deadline does not reach: a client
    /// that died. Settings that a server does not know are left out by the join.
    var setUp: String {
        let pairs = [
            ("TimeZone", "UTC"), ("DateStyle", "ISO"), ("bytea_output", "hex"), ("client_min_messages", "warning"),
            ("default_transaction_isolation", "read committed"),
            ("statement_timeout", "\((deadline + .seconds(5)).milliseconds)"),
            ("idle_in_transaction_session_timeout", "60000"),
            ("client_connection_check_interval", "\(deathCheck.milliseconds)"),
        ]
        let values = pairs.map { "('\($0.0)','\($0.1)')" }.joined(separator: ",")
        return """
            SELECT set_config(wanted.name, wanted.value, false) FROM (VALUES \(values)) AS wanted (name, value)
            JOIN pg_settings known ON lower(known.name) = lower(wanted.name)
            """
    }
}
