import Database
import Domain

/// The pairs that have a record in artis, and since when their sync has begun.
struct PairsInArtis: Statement {
    struct Row {
        var kind: Kind
        var artisID: String
        /// Microseconds since 1970.
        var latchedAt: Int?

        var collection: String {
            switch kind {
            case .company: "tiers"
            case .deal: "affaires"
            case .contact: "interlocuteurs"
            case .call, .meeting, .email: "actions"
            }
        }
    }

    static let sql = """
        SELECT kind, artis_id, (extract(epoch FROM latched_at) * 1000000)::bigint FROM pair WHERE artis_id IS NOT NULL
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            kind: Kind(rawValue: try row.text(0)) ?? .company, artisID: try row.text(1),
            latchedAt: try row.intOrNull(2).map(Int.init))
    }

    /// Every pair.
    struct All: Statement {
        static let sql = "SELECT id FROM pair ORDER BY id"

        static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
    }
}
