public import Domain

/// Ends leases without an answer: nothing was decided, nothing is spent, and the hint is due at the moment given
/// (an outage of a system, a far-off permit, a drain).
public struct GiveBackLeases: Statement {
    public var leases: [(pair: PairID, term: Int64)]
    public var lane: Lane
    public var dueAt: Instant?
    public var traces: Traces

    public init(leases: [(pair: PairID, term: Int64)], lane: Lane, dueAt: Instant?, traces: Traces = Traces()) {
        self.leases = leases
        self.lane = lane
        self.dueAt = dueAt
        self.traces = traces
    }

    public static let sql = """
        WITH held AS (
            SELECT id, trace FROM pair JOIN unnest($1::bigint[], $2::bigint[], $5::text[]) AS lease (pair_id, term, trace)
                ON pair.id = lease.pair_id AND pair.lease_term = lease.term
            ORDER BY id FOR NO KEY UPDATE OF pair
        ), given_back AS (
            UPDATE pair SET lease_owner = NULL, lease_until = NULL FROM held WHERE pair.id = held.id
            RETURNING pair.id, held.trace
        )
        INSERT INTO outbox (pair_id, lane, due_at, trace)
        SELECT id, $3, coalesce($4::timestamptz, now()), trace FROM given_back
        ON CONFLICT (pair_id, lane) DO UPDATE
            SET ver = outbox.ver + 1, due_at = excluded.due_at, claimed_until = NULL,
                trace = coalesce(outbox.trace, excluded.trace)
        """

    public var parameters: [Parameter] {
        [
            .intArray(leases.map(\.pair.rawValue)), .intArray(leases.map(\.term)), .text(lane.rawValue),
            dueAt.map(Parameter.instant) ?? .null, traces.parents(of: leases.map(\.pair)),
        ]
    }
}
