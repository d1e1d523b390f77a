public import Domain

/// R9: the HubSpot companies that were seen with these SIRETs, eligible or not, the oldest first.
public struct FindSIRETs: Statement {
    public var sirets: [String]

    public init(_ sirets: [String]) { self.sirets = sirets }

    public struct Row: Sendable {
        public var siret: String
        public var hubspotID: ID<HubSpotRecord>
    }

    public static let sql = """
        SELECT siret, hubspot_id FROM siret WHERE siret = ANY ($1::text[]) ORDER BY siret, length(hubspot_id), hubspot_id
        """

    public var parameters: [Parameter] { [.textArray(sirets)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(siret: try row.text(0), hubspotID: ID(try row.text(1)))
    }
}
