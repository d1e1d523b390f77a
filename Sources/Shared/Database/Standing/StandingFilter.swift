public import Domain

/// Which pairs are meant: those that meet every condition that is given.
public struct StandingFilter: Sendable, Hashable {
    public var state: State?
    public var reason: Reason?
    public var kind: Kind?

    public init(state: State? = nil, reason: Reason? = nil, kind: Kind? = nil) {
        self.state = state
        self.reason = reason
        self.kind = kind
    }

    public var isEmpty: Bool { state == nil && reason == nil && kind == nil }

    /// `$1`, `$2` and `$3` of the statements that take a filter.
    static let condition = """
        ($1::text IS NULL OR shown_state = $1) AND ($2::text IS NULL OR shown_reason = $2)
            AND ($3::text IS NULL OR kind = $3)
        """

    var parameters: [Parameter] { [.text(state?.rawValue), .text(reason?.rawValue), .text(kind?.rawValue)] }
}
