public import Domain

/// Pairs by the ids of one collection of artis, whichever kind they are: an action may be any of three. Ids that left no
/// row are missing from the answer.
public struct FindPairsInCollection: Statement {
    public var kind: Kind
    public var artisIDs: [ID<ArtisRecord>]

    /// - Parameter kind: any of the collection's.
    public init(of kind: Kind, artisIDs: [ID<ArtisRecord>]) {
        self.kind = kind
        self.artisIDs = artisIDs
    }

    public static let sql = "SELECT \(Pair.columns) FROM pair WHERE collection = $1 AND artis_id = ANY ($2::text[])"

    public var parameters: [Parameter] { [.text(kind.collection), .textArray(artisIDs.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Pair { try Pair(row: row) }
}
