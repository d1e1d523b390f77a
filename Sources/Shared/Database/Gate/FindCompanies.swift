public import Domain

/// The rows of companies as they stand, for a look that makes nobody known; ids that left no row are missing.
public struct FindCompanies: Statement {
    public var hubspotIDs: [ID<HubSpotRecord>]
    public var artisIDs: [ID<ArtisRecord>]

    public init(hubspotIDs: [ID<HubSpotRecord>] = [], artisIDs: [ID<ArtisRecord>] = []) {
        self.hubspotIDs = hubspotIDs
        self.artisIDs = artisIDs
    }

    public static let sql = """
        SELECT \(CompanyRow.columns) FROM pair
        WHERE kind = 'company' AND (hubspot_id = ANY ($1::text[]) OR (collection = 'tiers' AND artis_id = ANY ($2::text[])))
        """

    public var parameters: [Parameter] { [.textArray(hubspotIDs.map(\.rawValue)), .textArray(artisIDs.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> CompanyRow { try CompanyRow(row: row) }
}
