import Database
import Domain

/// A pair as it stands, as the machine and as people see it.
struct SeePair: Statement {
    var id: PairID

    static let sql = """
        SELECT state, reason, shown_state, shown_reason, shown_since = since, shown_since = hinted_at, open, wanted,
            applied, since, latched_at, lease_owner, lease_term, lease_until > now(), siret, discovery, company_id,
            next_attempt_at, artis_id
        FROM standing WHERE id = $1
        """

    var parameters: [Parameter] { [.int(id.rawValue)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> PairSight {
        PairSight(
            state: State(rawValue: try row.text(0)), reason: try row.textOrNull(1).flatMap(Reason.init),
            shownState: State(rawValue: try row.text(2)), shownReason: try row.textOrNull(3).flatMap(Reason.init),
            isShownSinceDecision: try row.bool(4), isShownSinceHint: try row.bool(5), isOpen: try row.bool(6),
            wanted: try row.int(7), applied: try row.int(8), since: try row.instant(9),
            latchedAt: try row.instantOrNull(10), owner: try row.textOrNull(11), term: try row.int(12),
            isLeased: try row.boolOrNull(13) ?? false, siret: try row.textOrNull(14),
            discovery: try row.textOrNull(15).flatMap(Lane.init), company: try row.intOrNull(16).map(PairID.init(_:)),
            nextAttemptAt: try row.instantOrNull(17), artisID: try row.textOrNull(18))
    }
}

struct PairSight: Sendable, Equatable {
    var state: State?
    var reason: Reason?
    var shownState: State?
    var shownReason: Reason?
    var isShownSinceDecision: Bool
    var isShownSinceHint: Bool
    var isOpen: Bool
    var wanted: Int64
    var applied: Int64
    var since: Instant
    var latchedAt: Instant?
    var owner: String?
    var term: Int64
    var isLeased: Bool
    var siret: String?
    var discovery: Lane?
    var company: PairID?
    var nextAttemptAt: Instant?
    var artisID: String?

    var isUnanswered: Bool { wanted > applied }
}
