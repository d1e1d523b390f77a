public import Domain

/// Locks the pairs of these HubSpot records, in id order, ahead of several statements that change some of them.
public struct HoldRecords: Statement {
    public var records: [RecordKey]

    public init(_ records: [RecordKey]) { self.records = records }

    public struct Row: Sendable {
        public var record: RecordKey
        public var pair: PairID
    }

    public static let sql = """
        WITH named AS (SELECT DISTINCT kind, hubspot_id FROM unnest($1::text[], $2::text[]) AS n (kind, hubspot_id))
        SELECT pair.id, kind, hubspot_id FROM pair JOIN named USING (kind, hubspot_id)
        ORDER BY pair.id FOR NO KEY UPDATE OF pair
        """

    public var parameters: [Parameter] {
        [.textArray(records.map(\.kind.rawValue)), .textArray(records.map(\.id.rawValue))]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(record: RecordKey(kind: try row.word(1), id: ID(try row.text(2))), pair: PairID(try row.int(0)))
    }
}
