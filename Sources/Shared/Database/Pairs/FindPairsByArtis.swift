public import Domain

/// Pairs of one kind by their artis ids: who holds this tiers, whose interlocuteur is this (R6, R28).
public struct FindPairsByArtis: Statement {
    public var kind: Kind
    public var artisIDs: [ID<ArtisRecord>]

    public init(kind: Kind, artisIDs: [ID<ArtisRecord>]) {
        self.kind = kind
        self.artisIDs = artisIDs
    }

    public static let sql = "SELECT \(Pair.columns) FROM pair WHERE kind = $1 AND artis_id = ANY ($2::text[])"

    public var parameters: [Parameter] { [.text(kind.rawValue), .textArray(artisIDs.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Pair { try Pair(row: row) }
}
