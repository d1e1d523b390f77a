public import Domain

/// Of pairs that could not be leased, puts back a hint for each that still has unanswered changes: due when the lease
/// of the present holder would end, or at once for a paused kind (the relay holds those back).
///
/// The holder's own commit hints again by itself; this row is for the holder that dies.
public struct DeferBusyPairs: Statement {
    public var pairs: [PairID]
    public var lane: Lane

    public init(pairs: [PairID], lane: Lane) {
        self.pairs = pairs
        self.lane = lane
    }

    public static let sql = """
        INSERT INTO outbox (pair_id, lane, due_at)
        SELECT id, $2, coalesce(lease_until, now()) FROM pair
        WHERE id = ANY ($1::bigint[]) AND wanted > applied
        ON CONFLICT (pair_id, lane) DO NOTHING
        """

    public var parameters: [Parameter] { [.intArray(pairs.map(\.rawValue)), .text(lane.rawValue)] }
}
