import Domain

/// Deletes rows under our lease that have nothing in artis: activities of a company that has not asked (R13). One that
/// was told of a change meanwhile stays, free for whoever takes that change's hint.
public struct ForgetPairs: Statement {
    public var pairs: [Pair]

    public init(_ pairs: [Pair]) { self.pairs = pairs }

    public static let sql = """
        WITH ours AS (
            SELECT id, pair.wanted > lease.wanted AS told FROM pair
            JOIN unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS lease (pair_id, term, wanted)
                ON pair.id = lease.pair_id AND pair.lease_term = lease.term
            WHERE artis_id IS NULL AND latched_at IS NULL
            ORDER BY id FOR UPDATE OF pair
        ), freed AS (
            UPDATE pair SET lease_owner = NULL, lease_until = NULL FROM ours WHERE pair.id = ours.id AND told
        )
        DELETE FROM pair USING ours WHERE pair.id = ours.id AND NOT told
        """

    public var parameters: [Parameter] {
        [.intArray(pairs.map(\.id.rawValue)), .intArray(pairs.map(\.term)), .intArray(pairs.map(\.wanted))]
    }
}
