public import Domain

/// Where the record with this id of one system stands; several kinds, because an artis action may be any of three.
public struct FindStanding: Statement {
    public var kinds: [Kind]
    public var system: System
    public var externalID: String

    public init(kinds: [Kind], system: System, externalID: String) {
        self.kinds = kinds
        self.system = system
        self.externalID = externalID
    }

    public static let sql = """
        SELECT \(StandingRow.columns) FROM standing
        WHERE kind = ANY ($1::text[]) AND CASE $2::text WHEN 'hubspot' THEN hubspot_id WHEN 'artis' THEN artis_id END = $3
        """

    public var parameters: [Parameter] {
        [.textArray(kinds.map(\.rawValue)), .text(system.rawValue), .text(externalID)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> StandingRow { try StandingRow(row: row) }
}
