public import Domain
import Runtime

/// Takes the lease of those pairs that have unanswered changes and that nobody holds (architecture.md, "Work").
///
/// A lease that ran out was left by a worker that died or froze, and is counted.
///
/// Rows are locked in id order, so two batches that share pairs never deadlock.
public struct LeasePairs: Statement {
    public var pairs: [PairID]
    /// One batch of one process: it may take its own leases again, after a commit whose answer was lost.
    public var owner: String
    public var duration: Duration

    public init(pairs: [PairID], owner: String, duration: Duration) {
        self.pairs = pairs
        self.owner = owner
        self.duration = duration
    }

    public static let sql = """
        WITH free AS (
            SELECT id FROM pair
            WHERE id = ANY ($1::bigint[]) AND wanted > applied
                AND (lease_until IS NULL OR lease_until < now() OR lease_owner = $2)
                AND kind NOT IN (SELECT kind FROM control)
            ORDER BY id FOR NO KEY UPDATE
        )
        UPDATE pair
        SET lease_owner = $2, lease_term = lease_term + 1, lease_until = now() + make_interval(secs => $3 / 1000.0),
            crashes = crashes + CASE WHEN lease_until IS NOT NULL AND lease_owner <> $2 THEN 1 ELSE 0 END
        FROM free WHERE pair.id = free.id
        RETURNING \(Pair.columns)
        """

    public var parameters: [Parameter] {
        [.intArray(pairs.map(\.rawValue)), .text(owner), .int(duration.milliseconds)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Pair { try Pair(row: row) }
}
