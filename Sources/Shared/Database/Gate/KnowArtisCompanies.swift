public import Domain

/// Makes companies known by their tiers, for dependants born in artis, and queues those that nobody had heard of, ahead
/// of their dependants (R13). Returns the rows of all of them.
public struct KnowArtisCompanies: Statement {
    public var artisIDs: [ID<ArtisRecord>]
    public var lane: Lane

    public init(artisIDs: [ID<ArtisRecord>], lane: Lane) {
        self.artisIDs = artisIDs
        self.lane = lane
    }

    // As `KnowCompanies`: the second half of the union answers for what is not visible yet.
    public static let sql = """
        WITH named AS (
            SELECT DISTINCT artis_id FROM unnest($1::text[]) AS n (artis_id)
        ), new AS (
            INSERT INTO pair (kind, artis_id, wanted) SELECT 'company', artis_id, 1 FROM named
            WHERE NOT EXISTS (SELECT FROM pair WHERE pair.collection = 'tiers' AND pair.artis_id = named.artis_id)
            ORDER BY artis_id
            ON CONFLICT (collection, artis_id) WHERE artis_id IS NOT NULL DO UPDATE SET kind = excluded.kind
            RETURNING *
        ), hinted AS (
            INSERT INTO outbox (pair_id, lane) SELECT id, $2 FROM new ORDER BY id ON CONFLICT DO NOTHING
        )
        SELECT \(CompanyRow.columns) FROM pair JOIN named USING (artis_id) WHERE kind = 'company'
        UNION ALL
        SELECT \(CompanyRow.columns) FROM new AS pair
        """

    public var parameters: [Parameter] { [.textArray(artisIDs.map(\.rawValue)), .text(lane.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> CompanyRow { try CompanyRow(row: row) }
}
