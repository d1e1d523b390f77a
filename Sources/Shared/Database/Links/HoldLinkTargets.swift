public import Domain

/// Which of these contacts and deals are synced, held as they are until the transaction ends: without the lock one
/// could latch just after an activity was settled without it, and the link would be lost (R21).
public struct HoldLinkTargets: Statement {
    public var links: [ActivityLink]

    public init(_ links: [ActivityLink]) { self.links = links }

    public struct Row: Sendable {
        public var id: PairID
        public var kind: Kind
        public var hubspotID: ID<HubSpotRecord>
    }

    // All are locked before the synced ones are chosen: who is not synced now may be latching at this moment.
    public static let sql = """
        WITH held AS (
            SELECT id, kind, hubspot_id, latched_at, state FROM pair
            WHERE (kind, hubspot_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
            ORDER BY id FOR SHARE
        )
        SELECT id, kind, hubspot_id FROM held WHERE latched_at IS NOT NULL AND state <> 'stopped'
        """

    public var parameters: [Parameter] {
        [.textArray(links.map(\.kind.rawValue)), .textArray(links.map(\.hubspotID.rawValue))]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(id: PairID(try row.int(0)), kind: try row.word(1), hubspotID: ID(try row.text(2)))
    }
}
