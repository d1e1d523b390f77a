import Domain

/// What is known of these records; those that left no row are missing from the answer.
public struct FindKnownRecords: Statement {
    public var records: [RecordKey]

    public init(_ records: [RecordKey]) { self.records = records }

    public static let sql = """
        WITH named AS (SELECT DISTINCT kind, hubspot_id FROM unnest($1::text[], $2::text[]) AS n (kind, hubspot_id))
        SELECT pair.kind, pair.hubspot_id, pair.latched_at IS NOT NULL, pair.hubspot_modified IS NOT NULL,
            pair.state = 'synced' AND pair.wanted = pair.applied AND pair.lease_until IS NULL, pair.warnings,
            coalesce(pair.snapshot -> 'hubspot', '{}'), coalesce(pair.echo, '{}'), company.hubspot_id,
            ARRAY (SELECT link.kind FROM link WHERE activity_id = pair.id AND system = 'hubspot' ORDER BY link.kind, external_id),
            ARRAY (SELECT external_id FROM link WHERE activity_id = pair.id AND system = 'hubspot' ORDER BY link.kind, external_id)
        FROM pair JOIN named USING (kind, hubspot_id) LEFT JOIN pair company ON company.id = pair.company_id
        """

    public var parameters: [Parameter] {
        [.textArray(records.map(\.kind.rawValue)), .textArray(records.map(\.id.rawValue))]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> KnownRecord {
        let kinds = try row.textArray(9).map { $0.flatMap(Kind.init) }
        let ids = try row.textArray(10)
        let links = zip(kinds, ids).compactMap { kind, id in
            if let kind, let id { RecordKey(kind: kind, id: ID(id)) } else { nil }
        }
        return KnownRecord(
            record: RecordKey(kind: try row.word(0), id: ID(try row.text(1))), isLatched: try row.bool(2),
            isRead: try row.bool(3), isSettled: try row.bool(4), warnings: try row.json(5), synced: try row.json(6),
            echo: try row.json(7), company: try row.textOrNull(8).map(ID.init(_:)), links: Set(links))
    }
}
