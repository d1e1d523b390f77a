import Database
import Domain

/// Where every pair stands.
struct StormPair: Statement {
    struct Row: Sendable {
        var kind: String
        var hubspotID: String
        var artisID: String?
        var state: String
        var reason: String?
        var latchedAt: Instant?
        /// HubSpot's id of the company that it hangs on.
        var company: String?
    }

    static let sql = """
        SELECT p.kind, p.hubspot_id, p.artis_id, p.shown_state, p.shown_reason, p.latched_at, c.hubspot_id
        FROM standing p LEFT JOIN pair c ON c.id = p.company_id WHERE p.hubspot_id IS NOT NULL
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            kind: try row.text(0), hubspotID: try row.text(1), artisID: try row.textOrNull(2), state: try row.text(3),
            reason: try row.textOrNull(4), latchedAt: try row.instantOrNull(5), company: try row.textOrNull(6))
    }
}
