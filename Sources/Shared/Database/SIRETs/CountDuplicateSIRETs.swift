/// How many SIRETs several companies of HubSpot hold (R6); no row until the first scan has seen them all.
public struct CountDuplicateSIRETs: Statement {
    public init() {}

    public static let sql = """
        SELECT (SELECT count(*) FROM (SELECT FROM siret GROUP BY siret HAVING count(*) > 1) AS several)
        FROM cursor WHERE name = 'siret.scan' AND value ->> 'done' = 'true'
        """

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
