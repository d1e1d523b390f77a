public import Domain

/// Drops parked activities of companies that were looked at and have not asked to be synced: they leave no row, and
/// discovery finds them should the company ask later (R13). An activity under a lease settles that by itself,
/// and one that was told of a change, which may have moved it to another company, is looked at first.
public struct ForgetParkedActivities: Statement {
    public var companies: [PairID]

    public init(of companies: [PairID]) { self.companies = companies }

    public static let sql = """
        DELETE FROM pair
        WHERE company_id = ANY ($1::bigint[]) AND kind IN ('call', 'meeting', 'email') AND state = 'waiting'
            AND wanted = applied AND latched_at IS NULL AND artis_id IS NULL
            AND (lease_until IS NULL OR lease_until < now())
        """

    public var parameters: [Parameter] { [.intArray(companies.map(\.rawValue))] }
}
