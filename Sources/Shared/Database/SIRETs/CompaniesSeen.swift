/// R9: whether every HubSpot company was seen: the first scan has ended, and no company stands unread of which we heard
/// within the last minute. Until then a company born in artis must not be created: HubSpot may hold it.
public struct CompaniesSeen: Statement {
    public init() {}

    public static let sql = """
        SELECT EXISTS (SELECT FROM cursor WHERE name = 'siret.scan' AND value ->> 'done' = 'true')
            AND NOT EXISTS (
                SELECT FROM pair
                WHERE wanted > applied AND kind = 'company' AND hubspot_id IS NOT NULL AND looked_at IS NULL
                    AND created_at > now() - interval '1 minute')
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}
