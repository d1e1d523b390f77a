public import Domain

/// A pair as a list shows it: how it stands, and what it is called.
public struct RecordRow: Sendable {
    public var id: PairID
    public var kind: Kind
    public var hubspotID: ID<HubSpotRecord>?
    public var artisID: ID<ArtisRecord>?
    /// As last synced, else as last read; nil while nothing is held of it.
    public var name: String?
    public var state: State
    public var reason: Reason?
    public var detail: String?
    public var since: Instant
    /// The company that a dependant hangs on.
    public var companyID: PairID?
    public var companyName: String?

    /// `standing`, and `company` beside it (left join).
    static let columns = """
        standing.id, standing.kind, standing.hubspot_id, standing.artis_id, \
        record_name(standing.kind, standing.snapshot, standing.called), shown_state, shown_reason, CASE WHEN shown_reason IS NOT NULL THEN standing.detail END, shown_since, \
        standing.company_id, record_name('company', company.snapshot, company.called)
        """

    init(row: RowReader) throws(DatabaseError) {
        id = PairID(try row.int(0))
        kind = try row.word(1)
        hubspotID = try row.textOrNull(2).map(ID.init(_:))
        artisID = try row.textOrNull(3).map(ID.init(_:))
        name = try row.textOrNull(4)
        state = try row.word(5)
        reason = try row.wordOrNull(6)
        detail = try row.textOrNull(7)
        since = try row.instant(8)
        companyID = try row.intOrNull(9).map(PairID.init(_:))
        companyName = try row.textOrNull(10)
    }
}
