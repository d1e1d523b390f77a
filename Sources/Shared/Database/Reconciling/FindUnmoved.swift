public import Domain

/// Of pairs that were compared, those of which nothing was told meanwhile: what was found of the others is stale, and
/// their own work answers for them (R29).
public struct FindUnmoved: Statement {
    public var pairs: [Pair]

    public init(_ pairs: [Pair]) { self.pairs = pairs }

    /// CTE `unmoved`, of `$1` (pairs) and `$2` (what was wanted of each).
    static let unmoved = """
        unmoved AS (
            SELECT id FROM pair JOIN unnest($1::bigint[], $2::bigint[]) AS seen (pair_id, wanted)
                ON pair.id = seen.pair_id AND pair.wanted = seen.wanted
            WHERE pair.wanted <= pair.applied ORDER BY id FOR NO KEY UPDATE OF pair
        )
        """

    public static let sql = "WITH \(unmoved) SELECT id FROM unmoved"

    public var parameters: [Parameter] { [.intArray(pairs.map(\.id.rawValue)), .intArray(pairs.map(\.wanted))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
