public import Domain

/// The rows of companies as they stand, for a look that makes nobody known; ids that left no row are missing.
public struct FindCompanies: Statement {
    public var hubspotIDs: [ID<HubSpotRecord>]

    public init(hubspotIDs: [ID<HubSpotRecord>]) { self.hubspotIDs = hubspotIDs }

    public static let sql = """
        SELECT \(CompanyRow.columns) FROM pair WHERE kind = 'company' AND hubspot_id = ANY ($1::text[])
        """

    public var parameters: [Parameter] { [.textArray(hubspotIDs.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> CompanyRow { try CompanyRow(row: row) }
}
