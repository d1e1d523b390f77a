public import Domain

/// Companies by their tiers; those that left no row are missing from the answer.
public struct FindArtisCompanies: Statement {
    public var artisIDs: [ID<ArtisRecord>]

    public init(artisIDs: [ID<ArtisRecord>]) { self.artisIDs = artisIDs }

    public static let sql = """
        SELECT \(CompanyRow.columns) FROM pair WHERE kind = 'company' AND artis_id = ANY ($1::text[])
        """

    public var parameters: [Parameter] { [.textArray(artisIDs.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> CompanyRow { try CompanyRow(row: row) }
}
