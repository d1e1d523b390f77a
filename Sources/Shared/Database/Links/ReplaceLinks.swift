public import Domain

/// Keeps which contacts and deals each system links activities with, as read or written just now (R21).
public struct ReplaceLinks: Statement {
    public var activities: [PairID]
    public var links: [ActivityLink]

    public init(of activities: [PairID], links: [ActivityLink]) {
        self.activities = activities
        self.links = links
    }

    public static let sql = """
        WITH told AS (
            SELECT DISTINCT * FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[])
                AS t (activity_id, kind, system, external_id)
            WHERE EXISTS (SELECT FROM pair WHERE pair.id = activity_id)
        ), gone AS (
            DELETE FROM link WHERE activity_id = ANY ($1::bigint[])
                AND (activity_id, kind, system, external_id) NOT IN (
                    SELECT activity_id, kind, system, external_id FROM told)
        )
        INSERT INTO link (activity_id, kind, system, external_id)
        SELECT activity_id, kind, system, external_id FROM told ON CONFLICT DO NOTHING
        """

    public var parameters: [Parameter] {
        [
            .intArray(activities.map(\.rawValue)), .intArray(links.map(\.activity.rawValue)),
            .textArray(links.map(\.kind.rawValue)), .textArray(links.map(\.system.rawValue)),
            .textArray(links.map(\.externalID)),
        ]
    }
}
