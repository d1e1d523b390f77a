public import Domain

/// Makes a pair of two records that left no row yet, at a person's word, and queues it. `.conflict` when somebody has
/// made one of them known meanwhile.
public struct InsertLinkedPair: Statement {
    public var kind: Kind
    public var hubspotID: ID<HubSpotRecord>
    public var artisID: ID<ArtisRecord>

    public init(kind: Kind, hubspotID: ID<HubSpotRecord>, artisID: ID<ArtisRecord>) {
        self.kind = kind
        self.hubspotID = hubspotID
        self.artisID = artisID
    }

    public static let sql = """
        WITH new AS (
            INSERT INTO pair (kind, hubspot_id, artis_id, wanted) VALUES ($1, $2, $3, 1) RETURNING id
        ), \(HintSQL.hint("new", lane: "'live'"))
        SELECT id FROM new
        """

    public var parameters: [Parameter] { [.text(kind.rawValue), .text(hubspotID.rawValue), .text(artisID.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
