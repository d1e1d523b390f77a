public import Domain

/// Which pairs are meant: those that meet every condition that is given.
public struct StandingFilter: Sendable, Hashable {
    public var state: State?
    public var reason: Reason?
    public var kind: Kind?
    /// Those that stand as they stand since then, or since later.
    public var since: Instant?
    /// Those that have stood so since before.
    public var before: Instant?

    public init(
        state: State? = nil, reason: Reason? = nil, kind: Kind? = nil, since: Instant? = nil, before: Instant? = nil
    ) {
        self.state = state
        self.reason = reason
        self.kind = kind
        self.since = since
        self.before = before
    }

    /// Whether it names no records but by their age.
    public var isEmpty: Bool { state == nil && reason == nil && kind == nil }

    /// `$1` to `$5` of the statements that take a filter. What is shown is computed; that the columns themselves are named
    /// beside it lets the indexes of the few that stand so be used.
    static let condition = """
        ($1::text IS NULL OR shown_state = $1) AND ($2::text IS NULL OR shown_reason = $2)
            AND ($1::text IS NULL OR state = $1 OR ($1 = 'pending' AND wanted > applied))
            AND ($2::text IS NULL OR reason = $2) AND ($3::text IS NULL OR kind = $3)
            AND ($4::timestamptz IS NULL OR shown_since >= $4) AND ($5::timestamptz IS NULL OR shown_since < $5)
        """

    var parameters: [Parameter] {
        [
            .text(state?.rawValue), .text(reason?.rawValue), .text(kind?.rawValue),
            since.map(Parameter.instant) ?? .null, before.map(Parameter.instant) ?? .null,
        ]
    }
}
