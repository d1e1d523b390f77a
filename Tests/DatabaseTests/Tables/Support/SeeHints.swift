import Database
import Domain

/// The rows of the outbox that stand for a pair, live first.
struct SeeHints: Statement {
    var pair: PairID

    static let sql = """
        SELECT lane, ver, due_at <= now(), claimed_until > now(), trace, extract(epoch FROM due_at - now())
        FROM outbox WHERE pair_id = $1 ORDER BY lane DESC
        """

    var parameters: [Parameter] { [.int(pair.rawValue)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> HintSight {
        HintSight(
            lane: Lane(rawValue: try row.text(0)), version: try row.int(1), isDue: try row.bool(2),
            isClaimed: try row.boolOrNull(3) ?? false, trace: try row.textOrNull(4), dueIn: try row.double(5))
    }
}

struct HintSight: Sendable, Equatable {
    var lane: Lane?
    var version: Int64
    var isDue: Bool
    var isClaimed: Bool
    var trace: String?
    /// Seconds.
    var dueIn: Double
}
