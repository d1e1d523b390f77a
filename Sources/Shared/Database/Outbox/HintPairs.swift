public import Domain

/// Queues a hint for pairs that already have unanswered changes; `dueAt` holds it back until then.
///
/// A hint that is due already stays so: it tells of a change. One that is held back, for a lease or an earlier retry,
/// takes the new moment. The trace of what told the change goes with it.
public struct HintPairs: Statement {
    public var pairs: [PairID]
    public var lane: Lane
    public var dueAt: Instant?
    public var traces: Traces

    public init(pairs: [PairID], lane: Lane, dueAt: Instant? = nil, traces: Traces = Traces()) {
        self.pairs = pairs
        self.lane = lane
        self.dueAt = dueAt
        self.traces = traces
    }

    public static let sql = """
        INSERT INTO outbox (pair_id, lane, due_at, trace)
        SELECT id, $2, coalesce($3::timestamptz, now()), min(trace)
        FROM unnest($1::bigint[], $4::text[]) AS hint (id, trace) GROUP BY id
        ORDER BY id
        ON CONFLICT (pair_id, lane) DO UPDATE
            SET ver = outbox.ver + 1, claimed_until = NULL, trace = coalesce(outbox.trace, excluded.trace),
                due_at = CASE WHEN outbox.due_at > now() THEN excluded.due_at ELSE outbox.due_at END
        """

    public var parameters: [Parameter] {
        [
            .intArray(pairs.map(\.rawValue)), .text(lane.rawValue), dueAt.map(Parameter.instant) ?? .null,
            traces.parents(of: pairs),
        ]
    }
}
