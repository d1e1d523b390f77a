public import Domain

/// Tells pairs that something changed that concerns them, and queues their hints: one more change wanted each.
public struct WantPairs: Statement {
    public var pairs: [PairID]
    public var lane: Lane
    public var traces: Traces

    public init(pairs: [PairID], lane: Lane, traces: Traces = Traces()) {
        self.pairs = pairs
        self.lane = lane
        self.traces = traces
    }

    public static let sql = """
        WITH known AS (
            SELECT id FROM pair WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("known", lane: "$2", trace: "$3"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { [.intArray(pairs.map(\.rawValue)), .text(lane.rawValue), traces.parent] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
