/// How one limit stands now.
public struct Headroom: Sendable, Equatable {
    /// `main`, `search` or `daily`.
    public var name: String
    public var spacing: Duration
    /// Until the next call may be made; zero when it may now.
    public var nextIn: Duration
}

struct ReadHeadroom: Statement {
    static let sql = """
        SELECT name, ceil(extract(epoch FROM spacing) * 1000)::bigint,
            ceil(extract(epoch FROM greatest(due, clock_timestamp()) - clock_timestamp()) * 1000)::bigint
        FROM (
            SELECT name, spacing, greatest(least(next_at, clock_timestamp() + spacing), closed_until) FROM rate_limit
            UNION ALL
            SELECT 'daily', CASE WHEN closed THEN '1 hour' ELSE '0' END::interval,
                CASE WHEN closed THEN least(probe_at, closed_until) ELSE '-infinity' END
            FROM (SELECT *, closed_until > clock_timestamp() AS closed FROM rate_quota) AS quota
        ) AS limits (name, spacing, due)
        ORDER BY array_position(ARRAY['main', 'search', 'daily'], name)
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> Headroom {
        Headroom(
            name: try row.text(0), spacing: .milliseconds(try row.int(1)), nextIn: .milliseconds(try row.int(2)))
    }
}
