public import Domain

/// Pairs of one kind by their HubSpot ids; ids that left no row are missing from the answer.
public struct FindPairs: Statement {
    public var kind: Kind
    public var hubspotIDs: [ID<HubSpotRecord>]

    public init(kind: Kind, hubspotIDs: [ID<HubSpotRecord>]) {
        self.kind = kind
        self.hubspotIDs = hubspotIDs
    }

    public static let sql = "SELECT \(Pair.columns) FROM pair WHERE kind = $1 AND hubspot_id = ANY ($2::text[])"

    public var parameters: [Parameter] { [.text(kind.rawValue), .textArray(hubspotIDs.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Pair { try Pair(row: row) }
}
