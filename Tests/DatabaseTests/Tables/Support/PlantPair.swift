import Database
import Domain
import FoundationEssentials

/// Puts a pair into the table as a test wants it to stand, past all rules; moments are given in seconds from now.
struct PlantPair: Statement, Encodable {
    var kind = Kind.deal
    var hubspot_id: String?
    var artis_id: String?
    var company_id: PairID?
    var state = State.pending
    var reason: Reason?
    var warnings: [Warning] = []
    var latched = false
    var wanted = 1
    var applied = 0
    var hinted_in = 0
    var looked = false
    var box: Bool?
    var siret: String?
    var next_attempt_in: Int?
    var lease_owner: String?
    var lease_term = 0
    var lease_ends_in: Int?

    static let sql = """
        INSERT INTO pair (kind, hubspot_id, artis_id, company_id, state, reason, warnings, latched_at, wanted, applied,
            hinted_at, looked_at, box, siret, next_attempt_at, lease_owner, lease_term, lease_until)
        SELECT kind, hubspot_id, artis_id, company_id, state, reason, warnings, CASE WHEN latched THEN now() END,
            wanted, applied, now() + make_interval(secs => hinted_in), CASE WHEN looked THEN now() END, box, siret,
            now() + make_interval(secs => next_attempt_in), lease_owner, lease_term,
            now() + make_interval(secs => lease_ends_in)
        FROM jsonb_to_record($1::jsonb) AS p (kind text, hubspot_id text, artis_id text, company_id bigint, state text,
            reason text, warnings jsonb, latched boolean, wanted bigint, applied bigint, hinted_in double precision,
            looked boolean, box boolean, siret text, next_attempt_in double precision,
            lease_owner text, lease_term bigint, lease_ends_in double precision)
        RETURNING id
        """

    var parameters: [Parameter] {
        let json = (try? JSONEncoder().encode(self)) ?? Data()
        return [.json(String(decoding: json, as: UTF8.self))]
    }

    static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
