public import Domain
public import Observability

/// Companies of a lane below which something is still to be found (R13), and deals and contacts that are back, of which the
/// activities are (R26): they share the calls of one round.
public struct DueDiscoveries: Statement {
    public var lane: Lane
    public var limit: Int

    public init(in lane: Lane, limit: Int) { (self.lane, self.limit) = (lane, limit) }

    public struct Row: Sendable {
        public var pair: PairID
        public var kind: Kind
        public var hubspotID: ID<HubSpotRecord>
        /// Under which it was last worked on, so most likely opened.
        public var trace: TraceContext?
    }

    public static let sql = """
        SELECT id, kind, hubspot_id,
            (SELECT trace FROM journal WHERE pair_id = pair.id AND trace IS NOT NULL ORDER BY journal.id DESC LIMIT 1)
        FROM pair WHERE discovery = $1 AND hubspot_id IS NOT NULL ORDER BY id LIMIT $2
        """

    public var parameters: [Parameter] { [.text(lane.rawValue), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            pair: PairID(try row.int(0)), kind: try row.word(1), hubspotID: ID(try row.text(2)),
            trace: try row.textOrNull(3).flatMap(TraceContext.init(continuing:)))
    }
}
