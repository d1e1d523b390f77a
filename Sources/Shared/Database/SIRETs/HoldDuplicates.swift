public import Domain

/// Which of these companies still have a holder of their SIRET other than themselves, held as it is until the
/// transaction ends: without the lock a company could be blocked as a duplicate just after the holder woke everybody,
/// and never wake (R6).
public struct HoldDuplicates: Statement {
    public var companies: [PairID]

    public init(of companies: [PairID]) { self.companies = companies }

    public static let sql = """
        WITH held AS (
            SELECT pair.id FROM pair
            JOIN siret ON siret.hubspot_id = pair.hubspot_id
            JOIN pair holder ON holder.siret = siret.siret AND holder.id <> pair.id
            WHERE pair.id = ANY ($1::bigint[]) AND pair.kind = 'company'
            ORDER BY holder.id FOR SHARE OF holder
        )
        SELECT DISTINCT id FROM held
        """

    public var parameters: [Parameter] { [.intArray(companies.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
