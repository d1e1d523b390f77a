/// Changes whenever a piece of reference data is fetched: who holds the data in memory asks this before using it.
///
/// All moments and not the youngest: of two fetches that end together, the one that began first may be seen last.
public struct ReadReferenceStamp: Statement {
    public init() {}

    public static let sql = "SELECT coalesce(string_agg(fetched_at::text, ' ' ORDER BY key), '') FROM reference"

    public static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}
