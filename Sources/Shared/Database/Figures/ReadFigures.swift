import Domain

/// The figures of the whole fleet, in one statement and so of one moment.
public struct ReadFigures: Statement {
    public init() {}

    // A row per figure: its name, up to three words, up to three numbers. Ages are in milliseconds.
    public static let sql = """
        SELECT 'pairs', kind, shown_state, shown_reason, count(*)::float8,
            extract(epoch FROM now() - min(shown_since))::float8 * 1000, NULL::float8
        FROM standing GROUP BY kind, shown_state, shown_reason
        UNION ALL
        SELECT 'outbox', lane, NULL, NULL, count(*), extract(epoch FROM now() - min(due_at)) * 1000, NULL
        FROM outbox WHERE due_at <= now() AND kind NOT IN (SELECT kind FROM control) GROUP BY lane
        UNION ALL
        SELECT 'discoveries', NULL, NULL, NULL, count(*), NULL, NULL FROM pair WHERE discovery IS NOT NULL
        UNION ALL
        SELECT 'dead_letters', NULL, NULL, NULL, count(*), NULL, NULL FROM dead_letter
        UNION ALL
        SELECT 'repairs', NULL, NULL, NULL, coalesce(sum(value), 0), NULL, NULL FROM counter WHERE name = 'repairs'
        UNION ALL
        SELECT 'paused', kind, NULL, NULL, NULL, NULL, NULL FROM control
        UNION ALL
        SELECT 'quota', NULL, NULL, NULL, remaining, quota, \(ReadQuota.reserve)
        FROM rate_quota WHERE \(ReadQuota.isToldToday)
        UNION ALL
        SELECT 'limit', name, NULL, NULL, NULL,
            extract(epoch FROM greatest(due, now()) - now()) * 1000, extract(epoch FROM spacing) * 1000
        FROM (
            SELECT name, greatest(least(next_at, now() + spacing), closed_until), spacing FROM rate_limit
            UNION ALL
            SELECT 'daily', CASE WHEN closed_until > now() THEN least(probe_at, closed_until) ELSE '-infinity' END,
                interval '0'
            FROM rate_quota
        ) AS limits (name, due, spacing)
        UNION ALL
        SELECT 'database_bytes', NULL, NULL, NULL, pg_database_size(current_database()), NULL, NULL
        """

    public static func decode(_ row: RowReader) throws(DatabaseError) -> FleetFigure {
        let count = Int(try row.doubleOrNull(4) ?? 0)
        let age = Duration.milliseconds(max(0, Int64(min(try row.doubleOrNull(5) ?? 0, 1e15))))
        switch try row.text(0) {
        case "pairs":
            return .pairs(try row.word(1), try row.word(2), try row.wordOrNull(3), count: count, oldest: age)
        case "outbox": return .outbox(try row.word(1), count: count, oldest: age)
        case "discoveries": return .discoveries(count)
        case "dead_letters": return .deadLetters(count)
        case "repairs": return .repairs(count)
        case "paused": return .paused(try row.word(1))
        case "quota":
            return .quota(
                remaining: count, of: Int(try row.doubleOrNull(5) ?? 0), reserve: Int(try row.doubleOrNull(6) ?? 0))
        case "limit":
            let spacing = Duration.milliseconds(Int64(try row.doubleOrNull(6) ?? 0))
            return .limit(name: try row.text(1), opensIn: age, spacing: spacing)
        case "database_bytes": return .databaseBytes(Int64(try row.doubleOrNull(4) ?? 0))
        case let name: throw .misuse("no figure is called \(name)")
        }
    }
}
