public import Domain

/// One permit that was given, by the server's clock.
public struct PermitStamp: Sendable, Equatable {
    public var grantedAt: Instant
    public var purpose: CallPurpose
    public var lane: Lane
    public var search: Bool
    public var waited: Duration
}

/// The permits since a moment, oldest first; the last 16,384 are kept.
struct ReadTimeline: Statement {
    var since: Instant

    static let sql = """
        SELECT granted_at, purpose, lane, search, waited_ms FROM rate_stamp WHERE granted_at >= $1 ORDER BY granted_at
        """

    var parameters: [Parameter] { [.instant(since)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> PermitStamp {
        PermitStamp(
            grantedAt: try row.instant(0), purpose: try row.word(1), lane: try row.word(2), search: try row.bool(3),
            waited: .milliseconds(try row.int(4)))
    }
}
