public import Domain

/// Of pairs that could not be leased, puts back a hint for each that still has unanswered changes: due when the lease
/// of the present holder would end, or at once for a paused kind (the relay holds those back).
///
/// The holder's own commit hints again by itself; this row is for the holder that dies. Where the very row is still
/// with its relay, whose confirm comes after the message, its version is raised, so that the relay does not drop it.
///
/// A commit of the holder that is under way is waited for: it would not see this row to drop it, and the fleet would not
/// be idle until a lease ends that nobody holds.
public struct DeferBusyPairs: Statement {
    public var pairs: [PairID]
    public var lane: Lane
    public var traces: Traces

    public init(pairs: [PairID], lane: Lane, traces: Traces = Traces()) {
        self.pairs = pairs
        self.lane = lane
        self.traces = traces
    }

    public static let sql = """
        WITH busy AS (
            SELECT pair.id, lease_until, trace FROM pair
            JOIN unnest($1::bigint[], $3::text[]) AS hint (id, trace) ON hint.id = pair.id
            WHERE wanted > applied ORDER BY pair.id FOR SHARE OF pair
        )
        INSERT INTO outbox (pair_id, lane, due_at, trace) SELECT id, $2, coalesce(lease_until, now()), trace FROM busy
        ON CONFLICT (pair_id, lane) DO UPDATE
            SET ver = outbox.ver + 1, due_at = excluded.due_at, claimed_until = NULL,
                trace = coalesce(outbox.trace, excluded.trace)
            WHERE outbox.claimed_until IS NOT NULL
        """

    public var parameters: [Parameter] { [.intArray(pairs.map(\.rawValue)), .text(lane.rawValue), traces.parents(of: pairs)] }
}
