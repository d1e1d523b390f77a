public import Domain

/// The day's quota of calls to HubSpot, as its answers told it last today; what they told yesterday says nothing of today.
public struct ReadQuota: Statement {
    public struct Row: Sendable {
        public var quota: Int?
        public var remaining: Int?
        /// When the call was made whose answer told it; nil before the first of the account's day.
        public var askedAt: Instant?
        /// What is left to others.
        public var reserve: Int
        /// Until when nobody calls; nil while they may.
        public var closedUntil: Instant?
    }

    public init() {}

    /// The calls a day that are left to others, of a row of `rate_quota`; a percentage of a quota that nobody knows is none.
    static let reserve = "greatest(reserve_calls, ceil(coalesce(quota, 0) * reserve_percent / 100))"

    /// Whether a row of `rate_quota` is of the account's day.
    static let isToldToday = "quota IS NOT NULL AND account_day(asked_at) = account_day(now())"

    public static let sql = """
        SELECT CASE WHEN is_told THEN quota END, CASE WHEN is_told THEN remaining END,
            CASE WHEN is_told THEN asked_at END, \(reserve)::bigint,
            CASE WHEN closed_until > clock_timestamp() THEN closed_until END
        FROM (SELECT *, \(isToldToday) AS is_told FROM rate_quota) AS rate_quota
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            quota: try row.intOrNull(0).map(Int.init), remaining: try row.intOrNull(1).map(Int.init),
            askedAt: try row.instantOrNull(2), reserve: Int(try row.int(3)), closedUntil: try row.instantOrNull(4))
    }
}
