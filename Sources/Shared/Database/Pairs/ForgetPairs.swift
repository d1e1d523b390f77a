public import Domain

/// Deletes rows under our lease that have nothing in artis: activities of a company that has not asked (R13).
public struct ForgetPairs: Statement {
    public var leases: [(pair: PairID, term: Int64)]

    public init(leases: [(pair: PairID, term: Int64)]) { self.leases = leases }

    public static let sql = """
        DELETE FROM pair USING unnest($1::bigint[], $2::bigint[]) AS lease (pair_id, term)
        WHERE pair.id = lease.pair_id AND pair.lease_term = lease.term AND artis_id IS NULL AND latched_at IS NULL
        """

    public var parameters: [Parameter] {
        [.intArray(leases.map(\.pair.rawValue)), .intArray(leases.map(\.term))]
    }
}
