public import Domain

/// What a dependant needs to know of the company it hangs on.
public struct CompanyRow: Sendable {
    public var id: PairID
    public var hubspotID: ID<HubSpotRecord>?
    public var artisID: ID<ArtisRecord>?
    /// Latched and not stopped: dependants may be written (R13).
    public var isOpen: Bool
    public var isStopped: Bool
    /// Somebody has looked at it since it was made known.
    public var isKnown: Bool
    /// Something was told of it that nobody has looked at yet: it may have another SIRET by now, as a record of HubSpot's that
    /// others were merged into has (R26).
    public var hasNews: Bool
    /// Its box was ticked at the last look: it has asked to be synced.
    public var hasAsked: Bool
    /// It holds a SIRET, or HubSpot's company was seen with one (R12).
    public var hasSIRET: Bool
    /// The snapshot's salesperson, in canonical form (R3).
    public var salesperson: String?

    static let columns = """
        pair.id, pair.hubspot_id, pair.artis_id, latched_at IS NOT NULL AND state <> 'stopped', state = 'stopped', \
        looked_at IS NOT NULL, wanted > applied, coalesce(box, false), \
        pair.siret IS NOT NULL OR EXISTS (SELECT FROM siret WHERE siret.hubspot_id = pair.hubspot_id), \
        coalesce(snapshot -> 'hubspot' ->> 'salesperson', snapshot -> 'artis' ->> 'salesperson')
        """

    init(row: RowReader) throws(DatabaseError) {
        id = PairID(try row.int(0))
        hubspotID = try row.textOrNull(1).map(ID.init(_:))
        artisID = try row.textOrNull(2).map(ID.init(_:))
        isOpen = try row.bool(3)
        isStopped = try row.bool(4)
        isKnown = try row.bool(5)
        hasNews = try row.bool(6)
        hasAsked = try row.bool(7)
        hasSIRET = try row.bool(8)
        salesperson = try row.textOrNull(9)
    }
}
