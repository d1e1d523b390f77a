public import Domain

/// Which of these contacts and deals are synced, held as they are until the transaction ends: without the lock one
/// could latch just after an activity was settled without it, and the link would be lost (R21).
public struct HoldLinkTargets: Statement {
    public var links: [ActivityLink]

    public init(_ links: [ActivityLink]) { self.links = links }

    public struct Row: Sendable {
        public var id: PairID
        public var kind: Kind
        public var hubspotID: ID<HubSpotRecord>?
        public var artisID: ID<ArtisRecord>?
    }

    // All are locked before the synced ones are chosen: who is not synced now may be latching at this moment.
    public static let sql = """
        WITH held AS (
            SELECT id, kind, hubspot_id, artis_id, latched_at, state FROM pair
            WHERE id IN (
                SELECT pair.id FROM pair JOIN unnest($1::text[], $2::text[], $3::text[]) AS l (kind, system, external_id)
                    ON l.system = 'hubspot' AND pair.kind = l.kind AND pair.hubspot_id = l.external_id
                UNION
                SELECT pair.id FROM pair JOIN unnest($1::text[], $2::text[], $3::text[]) AS l (kind, system, external_id)
                    ON l.system = 'artis' AND pair.kind = l.kind AND pair.artis_id = l.external_id)
            ORDER BY id FOR SHARE
        )
        SELECT id, kind, hubspot_id, artis_id FROM held WHERE latched_at IS NOT NULL AND state <> 'stopped'
        """

    public var parameters: [Parameter] {
        [
            .textArray(links.map(\.kind.rawValue)), .textArray(links.map(\.system.rawValue)),
            .textArray(links.map(\.externalID)),
        ]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            id: PairID(try row.int(0)), kind: try row.word(1), hubspotID: try row.textOrNull(2).map(ID.init(_:)),
            artisID: try row.textOrNull(3).map(ID.init(_:)))
    }
}
