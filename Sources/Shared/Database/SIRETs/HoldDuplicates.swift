public import Domain

/// Which of these companies still have a holder of their SIRET other than themselves, held as it is until the
/// transaction ends: without the lock a company could be blocked as a duplicate just after the holder woke everybody,
/// and never wake (R6).
public struct HoldDuplicates: Statement {
    /// With the SIRET that blocks each; nil for the one that HubSpot's company was seen with.
    public var companies: [(pair: PairID, siret: String?)]

    public init(of companies: [(pair: PairID, siret: String?)]) { self.companies = companies }

    public static let sql = """
        WITH held AS (
            SELECT pair.id FROM pair
            JOIN unnest($1::bigint[], $2::text[]) AS blocked (id, siret) ON blocked.id = pair.id
            LEFT JOIN siret ON siret.hubspot_id = pair.hubspot_id
            JOIN pair holder ON holder.siret = coalesce(blocked.siret, siret.siret) AND holder.id <> pair.id
            WHERE pair.kind = 'company'
            ORDER BY holder.id FOR SHARE OF holder
        )
        SELECT DISTINCT id FROM held
        """

    public var parameters: [Parameter] { [.intArray(companies.map(\.pair.rawValue)), .textArray(companies.map(\.siret))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
