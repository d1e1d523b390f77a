import Domain
import Runtime

/// Claims the fetching of one piece of reference data for one process of the fleet, when it is due: never fetched,
/// older than `maxAge`, or wanted since (an unknown value was met). Returns a row when the claim is ours.
public struct ClaimReference: Statement {
    public var key: String
    public var maxAge: Duration

    public init(key: String, maxAge: Duration) {
        self.key = key
        self.maxAge = maxAge
    }

    public static let sql = """
        INSERT INTO reference AS r (key, claimed_until) VALUES ($1, now() + interval '30 seconds')
        ON CONFLICT (key) DO UPDATE SET claimed_until = excluded.claimed_until
        WHERE (r.claimed_until IS NULL OR r.claimed_until < now())
            AND (r.fetched_at IS NULL OR r.fetched_at < now() - make_interval(secs => $2 / 1000.0)
                OR r.wanted_at > r.fetched_at)
        RETURNING r.key
        """

    public var parameters: [Parameter] { [.text(key), .int(maxAge.milliseconds)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}
