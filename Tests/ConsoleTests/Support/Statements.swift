import Database
import Domain

struct InsertPair: Statement {
    var kind: Kind
    var hubspot: String?
    var artis: String?
    var company: PairID?
    var state: State
    var reason: Reason?
    var detail: String?
    var wanted: Int
    var applied: Int
    var latched: Bool

    static let sql = """
        INSERT INTO pair (kind, hubspot_id, artis_id, company_id, state, reason, detail, wanted, applied, latched_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $10::boolean THEN now() - interval '1 hour' END) RETURNING id
        """

    var parameters: [Parameter] {
        [
            .text(kind.rawValue), .text(hubspot), .text(artis), .int(company?.rawValue), .text(state.rawValue),
            .text(reason?.rawValue), .text(detail), .int(wanted), .int(applied), .bool(latched),
        ]
    }

    static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}

struct ReadAsked: Statement {
    static let sql = "SELECT n FROM asked"

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}

struct ReadAudit: Statement {
    static let sql = "SELECT operator || ' ' || action || ' ' || coalesce(detail, '') FROM operator_action ORDER BY id"

    static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}
