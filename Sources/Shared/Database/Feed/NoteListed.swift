public import Domain

/// Marks what a page of a listing has shown; the answer counts what was not marked before.
public struct NoteListed: Statement {
    /// `tiers`, `affaires` …
    public var collection: String
    public var ids: [ID<ArtisRecord>]

    public init(_ collection: String, _ ids: [ID<ArtisRecord>]) {
        self.collection = collection
        self.ids = ids
    }

    public static let sql = """
        INSERT INTO listed (collection, artis_id) SELECT DISTINCT $1, unnest($2::text[]) ON CONFLICT DO NOTHING
        """

    public var parameters: [Parameter] { [.text(collection), .textArray(ids.map(\.rawValue))] }
}
