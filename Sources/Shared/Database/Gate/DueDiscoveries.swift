public import Domain

/// Companies below which something is still to be found (R13), live ones first: they share the calls of one round.
public struct DueDiscoveries: Statement {
    public var limit: Int

    public init(limit: Int) { self.limit = limit }

    public struct Row: Sendable {
        public var company: PairID
        public var hubspotID: ID<HubSpotRecord>
        public var lane: Lane
    }

    public static let sql = """
        SELECT id, hubspot_id, discovery FROM pair WHERE discovery IS NOT NULL AND hubspot_id IS NOT NULL
        ORDER BY discovery DESC, id LIMIT $1
        """

    public var parameters: [Parameter] { [.int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(company: PairID(try row.int(0)), hubspotID: ID(try row.text(1)), lane: try row.word(2))
    }
}
