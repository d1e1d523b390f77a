public import Domain

/// A page of companies that are open and were so before a moment, by pair id: below them a backfill looks for what
/// nobody has told.
public struct FindOpenCompanies: Statement {
    public var before: Instant
    public var after: PairID?
    public var limit: Int

    public init(before: Instant, after: PairID? = nil, limit: Int = 200) {
        self.before = before
        self.after = after
        self.limit = limit
    }

    public struct Row: Sendable {
        public var pair: PairID
        public var hubspotID: ID<HubSpotRecord>
        public var artisID: ID<ArtisRecord>?
    }

    public static let sql = """
        SELECT id, hubspot_id, artis_id FROM standing
        WHERE kind = 'company' AND open AND hubspot_id IS NOT NULL AND latched_at < $1 AND id > $2 ORDER BY id LIMIT $3
        """

    public var parameters: [Parameter] { [.instant(before), .int(after?.rawValue ?? 0), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            pair: PairID(try row.int(0)), hubspotID: ID(try row.text(1)), artisID: try row.textOrNull(2).map(ID.init(_:)))
    }
}
