import Domain
import Runtime

/// Hands back hints that could not be published, to be claimed again after a pause.
public struct ReleaseClaims: Statement {
    public var rows: [OutboxRow]
    public var pause: Duration

    public init(_ rows: [OutboxRow], pause: Duration) {
        self.rows = rows
        self.pause = pause
    }

    public static let sql = """
        WITH \(HintSQL.sent)
        UPDATE outbox SET claimed_until = now() + make_interval(secs => $4 / 1000.0)
        FROM sent WHERE outbox.pair_id = sent.pair_id AND outbox.lane = sent.lane
        """

    public var parameters: [Parameter] {
        [
            .intArray(rows.map(\.pair.rawValue)), .textArray(rows.map(\.lane.rawValue)),
            .intArray(rows.map(\.version)), .int(pause.milliseconds),
        ]
    }
}
