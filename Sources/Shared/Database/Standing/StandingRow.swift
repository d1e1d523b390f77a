public import Domain

/// A pair as people see it: what is queued or under way is pending, whatever was decided last (view `standing`).
public struct StandingRow: Sendable {
    public var id: PairID
    public var kind: Kind
    public var hubspotID: ID<HubSpotRecord>?
    public var artisID: ID<ArtisRecord>?
    /// The company that a dependant hangs on.
    public var companyID: PairID?
    public var state: State
    public var reason: Reason?
    public var detail: String?
    public var since: Instant
    /// Latched and not stopped.
    public var isOpen: Bool
    public var warnings: [Warning]
    public var attempts: Int
    public var nextAttemptAt: Instant?
    /// As last synced, else as last read.
    public var name: String?

    // A detail belongs to the decision that is shown; while new work is queued there is none to show.
    static let columns = """
        id, kind, hubspot_id, artis_id, company_id, shown_state, shown_reason,
        CASE WHEN shown_reason IS NOT NULL THEN detail END, shown_since, open, warnings, attempts, next_attempt_at,
        record_name(kind, snapshot, called)
        """

    init(row: RowReader) throws(DatabaseError) {
        id = PairID(try row.int(0))
        kind = try row.word(1)
        hubspotID = try row.textOrNull(2).map(ID.init(_:))
        artisID = try row.textOrNull(3).map(ID.init(_:))
        companyID = try row.intOrNull(4).map(PairID.init(_:))
        state = try row.word(5)
        reason = try row.wordOrNull(6)
        detail = try row.textOrNull(7)
        since = try row.instant(8)
        isOpen = try row.bool(9)
        warnings = try row.json(10)
        attempts = Int(try row.int(11))
        nextAttemptAt = try row.instantOrNull(12)
        name = try row.textOrNull(13)
    }
}
