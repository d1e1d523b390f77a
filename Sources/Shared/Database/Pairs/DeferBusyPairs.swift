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

    public init(pairs: [PairID], lane: Lane) {
        self.pairs = pairs
        self.lane = lane
    }

    public static let sql = """
        WITH busy AS (
            SELECT id, lease_until FROM pair
            WHERE id = ANY ($1::bigint[]) AND wanted > applied ORDER BY id FOR SHARE
        )
        INSERT INTO outbox (pair_id, lane, due_at) SELECT id, $2, coalesce(lease_until, now()) FROM busy
        ON CONFLICT (pair_id, lane) DO UPDATE
            SET ver = outbox.ver + 1, due_at = excluded.due_at, claimed_until = NULL
            WHERE outbox.claimed_until IS NOT NULL
        """

    public var parameters: [Parameter] { [.intArray(pairs.map(\.rawValue)), .text(lane.rawValue)] }
}
