public import Domain
import Runtime

/// Prolongs leases that are still ours; returns the pairs that are.
///
/// Asked again right before a write: a worker that lost its lease must not write (invariant 3).
public struct RenewLeases: Statement {
    public var leases: [(pair: PairID, term: Int64)]
    public var duration: Duration

    public init(leases: [(pair: PairID, term: Int64)], duration: Duration) {
        self.leases = leases
        self.duration = duration
    }

    public static let sql = """
        WITH held AS (
            SELECT id FROM pair JOIN unnest($1::bigint[], $2::bigint[]) AS lease (pair_id, term)
                ON pair.id = lease.pair_id AND pair.lease_term = lease.term
            WHERE lease_until IS NOT NULL
            ORDER BY id FOR NO KEY UPDATE OF pair
        )
        UPDATE pair SET lease_until = now() + make_interval(secs => $3 / 1000.0)
        FROM held WHERE pair.id = held.id
        RETURNING pair.id
        """

    public var parameters: [Parameter] {
        [.intArray(leases.map(\.pair.rawValue)), .intArray(leases.map(\.term)), .int(duration.milliseconds)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
