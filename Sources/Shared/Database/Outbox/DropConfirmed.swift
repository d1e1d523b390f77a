import Domain

/// Removes hints whose very version the broker confirmed. A change that arrived meanwhile has raised the version, and
/// keeps its row (without this check updates are lost).
public struct DropConfirmed: Statement {
    public var rows: [OutboxRow]

    public init(_ rows: [OutboxRow]) { self.rows = rows }

    public static let sql = """
        WITH \(HintSQL.sent)
        DELETE FROM outbox USING sent WHERE outbox.pair_id = sent.pair_id AND outbox.lane = sent.lane
        """

    public var parameters: [Parameter] {
        [.intArray(rows.map(\.pair.rawValue)), .textArray(rows.map(\.lane.rawValue)), .intArray(rows.map(\.version))]
    }
}
