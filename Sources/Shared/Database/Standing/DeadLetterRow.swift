public import Domain

/// A message that could not be worked on, with its bytes or the first of them.
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
    /// Of the whole payload, in bytes.
    public var size: Int
    /// The pair that it was about, while there is one.
    public var pair: PairID?

    /// - Parameter bytes: `$n`: how many of the payload at most, 0 or more; all when it is NULL.
    static func columns(bytes: String) -> String {
        """
        id, queue, reason, kind, hubspot_id, artis_id, deaths, first_death,
        CASE WHEN \(bytes)::integer IS NULL THEN payload ELSE substring(payload FOR \(bytes)::integer) END,
        octet_length(payload), pair_id
        """
    }

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
        size = Int(try row.int(9))
        pair = try row.intOrNull(10).map(PairID.init(_:))
    }
}
