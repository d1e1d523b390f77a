public import Domain

/// The rows that hold one of two ids, or both, locked in id order until the transaction ends: what a person wants
/// linked must not be given to somebody else meanwhile.
public struct HoldHalves: Statement {
    public var kind: Kind
    public var hubspotID: ID<HubSpotRecord>
    public var artisID: ID<ArtisRecord>

    public struct Row: Sendable {
        public var id: PairID
        /// Of an action that nobody has read yet, `call`.
        public var kind: Kind
        public var hubspotID: ID<HubSpotRecord>?
        public var artisID: ID<ArtisRecord>?
        /// A worker has it in hands, and may be about to create its other half.
        public var isLeased: Bool
    }

    public init(kind: Kind, hubspotID: ID<HubSpotRecord>, artisID: ID<ArtisRecord>) {
        self.kind = kind
        self.hubspotID = hubspotID
        self.artisID = artisID
    }

    public static let sql = """
        SELECT id, kind, hubspot_id, artis_id, coalesce(lease_until > now(), false) FROM pair
        WHERE (kind = $1 AND hubspot_id = $2) OR (collection = $3 AND artis_id = $4)
        ORDER BY id FOR NO KEY UPDATE
        """

    public var parameters: [Parameter] {
        [.text(kind.rawValue), .text(hubspotID.rawValue), .text(kind.collection), .text(artisID.rawValue)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            id: PairID(try row.int(0)), kind: try row.word(1), hubspotID: try row.textOrNull(2).map(ID.init(_:)),
            artisID: try row.textOrNull(3).map(ID.init(_:)), isLeased: try row.bool(4))
    }
}
