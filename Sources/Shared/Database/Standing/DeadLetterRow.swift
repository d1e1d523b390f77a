public import Domain

/// A message that could not be worked on, with its bytes.
public struct DeadLetterRow: Sendable {
    public var id: Int64
    public var queue: String
    public var reason: String
    /// nil when the message named none that we know.
    public var kind: Kind?
    public var hubspotID: ID<HubSpotRecord>?
    public var artisID: ID<ArtisRecord>?
    public var deaths: Int
    public var firstDeath: Instant
    public var payload: [UInt8]
    /// The pair that it was about, while there is one.
    public var pair: PairID?

    static let columns = "id, queue, reason, kind, hubspot_id, artis_id, deaths, first_death, payload, pair_id"

    init(row: RowReader) throws(DatabaseError) {
        id = try row.int(0)
        queue = try row.text(1)
        reason = try row.text(2)
        kind = try row.textOrNull(3).flatMap(Kind.init(rawValue:))
        hubspotID = try row.textOrNull(4).map(ID.init(_:))
        artisID = try row.textOrNull(5).map(ID.init(_:))
        deaths = Int(try row.int(6))
        firstDeath = try row.instant(7)
        payload = try row.bytes(8)
        pair = try row.intOrNull(9).map(PairID.init(_:))
    }
}
