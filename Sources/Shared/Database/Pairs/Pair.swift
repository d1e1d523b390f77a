public import Domain

/// A pair as a worker holds it under its lease: what was decided last, and what it was decided from.
public struct Pair: Sendable {
    public var id: PairID
    public var kind: Kind
    public var hubspotID: ID<HubSpotRecord>?
    public var artisID: ID<ArtisRecord>?
    /// The company that a dependant hangs on, as last looked at.
    public var companyID: PairID?
    public var state: State
    public var reason: Reason?
    public var detail: String?
    public var warnings: [Warning]
    public var latchedAt: Instant?
    /// How many changes had been told when the lease was taken: what an answer answers.
    public var wanted: Int64
    public var applied: Int64
    public var snapshot: Snapshot?
    /// What it is called, where this batch has read it; never read back from the database.
    public var called: Called?
    public var hubspotModified: Instant?
    public var artisVersion: Int64?
    public var lookedAt: Instant?
    public var box: Bool?
    public var stage: String?
    public var siret: String?
    /// HubSpot's record lives on as this one (R26).
    public var mergedInto: ID<HubSpotRecord>?
    /// Of a merge: this pair stops where the surviving record has a pair of its own.
    public var isMergeLoser: Bool = false
    /// A creation in HubSpot was begun, and what became of it is not known (invariant 8).
    public var creatingAt: Instant?
    /// A move of HubSpot's record to another company was begun, and what became of it is not known (R12).
    public var isMoving: Bool = false
    public var attempts: Int
    public var createdAt: Instant
    /// The lease's term; a write with an older one changes nothing.
    public var term: Int64
    /// How many workers died or froze while they held the lease, since the last answer.
    public var crashes: Int

    public var isLatched: Bool { latchedAt != nil }
}

extension Pair {
    /// The columns that `init(row:)` reads, in its order.
    static let columns = """
        pair.id, pair.kind, pair.hubspot_id, pair.artis_id, pair.company_id, pair.state, pair.reason, pair.detail, \
        pair.warnings, pair.latched_at, pair.wanted, pair.applied, pair.snapshot, pair.hubspot_modified, \
        pair.artis_version, pair.looked_at, pair.box, pair.stage, pair.siret, pair.attempts, pair.created_at, \
        pair.lease_term, pair.crashes, pair.merged_into, pair.merge_loser, pair.creating_at, \
        coalesce(pair.echo ? 'company', false)
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
        warnings = try row.json(8)
        latchedAt = try row.instantOrNull(9)
        wanted = try row.int(10)
        applied = try row.int(11)
        snapshot = try row.jsonOrNull(12)
        hubspotModified = try row.instantOrNull(13)
        artisVersion = try row.intOrNull(14)
        lookedAt = try row.instantOrNull(15)
        box = try row.boolOrNull(16)
        stage = try row.textOrNull(17)
        siret = try row.textOrNull(18)
        attempts = Int(try row.int(19))
        createdAt = try row.instant(20)
        term = try row.int(21)
        crashes = Int(try row.int(22))
        mergedInto = try row.textOrNull(23).map(ID.init(_:))
        isMergeLoser = try row.bool(24)
        creatingAt = try row.instantOrNull(25)
        isMoving = try row.bool(26)
    }
}
