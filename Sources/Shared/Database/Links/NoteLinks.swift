import Domain

/// Keeps further links of activities whose company only their deals and contacts tell (R12), before the companies of
/// those are read: whatever is told of them from here on finds the activity by its links.
///
/// It takes none away: what was linked at the last sync is what the next one is merged with (R21).
public struct NoteLinks: Statement {
    public var links: [ActivityLink]

    public init(_ links: [ActivityLink]) { self.links = links }

    public static let sql = """
        INSERT INTO link (activity_id, kind, system, external_id)
        SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS n (activity_id, kind, system, external_id)
        WHERE EXISTS (SELECT FROM pair WHERE pair.id = activity_id)
        ON CONFLICT DO NOTHING
        """

    public var parameters: [Parameter] {
        [
            .intArray(links.map(\.activity.rawValue)), .textArray(links.map(\.kind.rawValue)),
            .textArray(links.map(\.system.rawValue)), .textArray(links.map(\.externalID)),
        ]
    }
}
