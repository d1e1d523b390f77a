import Database
import Domain

/// Every pair, with both its ids.
struct BothPair: Statement {
    struct Row: Sendable, CustomStringConvertible {
        var id: Int
        var kind: Kind
        var hubspotID: String?
        var artisID: String?
        var state: String
        var reason: String?
        var detail: String?
        /// Codes.
        var warnings: [String]
        /// When anybody here first heard of it.
        var heardOf: Instant
        /// The pair of its company.
        var company: Int?

        var description: String {
            let standing = ([state, reason, detail].compactMap(\.self) + warnings).joined(separator: " ")
            return "\(kind) \(hubspotID ?? "–")/\(artisID ?? "–") (\(standing))"
        }
    }

    static let sql = """
        SELECT id, kind, hubspot_id, artis_id, shown_state, shown_reason, company_id,
            ARRAY(SELECT w ->> 'code' FROM jsonb_array_elements(warnings) w), detail, created_at
        FROM standing ORDER BY id
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            id: Int(try row.int(0)), kind: Kind(rawValue: try row.text(1)) ?? .company,
            hubspotID: try row.textOrNull(2), artisID: try row.textOrNull(3), state: try row.text(4),
            reason: try row.textOrNull(5), detail: try row.textOrNull(8), warnings: try row.textArray(7).compactMap(\.self),
            heardOf: try row.instant(9), company: try row.intOrNull(6).map { Int($0) })
    }
}
