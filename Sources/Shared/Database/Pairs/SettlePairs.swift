public import Domain
import FoundationEssentials

/// Commits settlements where their terms are still ours, and ends the leases. What a newer term holds stays untouched
/// (invariants 3 and 4): such a pair is missing from the answer.
public struct SettlePairs: Statement {
    public var settlements: [Settlement]

    public init(_ settlements: [Settlement]) { self.settlements = settlements }

    public struct Row: Sendable {
        public var pair: PairID
        /// Changes arrived while the work was under way, or the work is to be tried again.
        public var unanswered: Bool
        /// A latched pair that had stopped goes on, as whatever it stands (R26).
        public var reopened: Bool
        /// A dependant hangs on another company than before, or on one at last (R12).
        public var rehomed: Bool
    }

    public static let sql = """
        WITH settled AS (
            SELECT * FROM jsonb_to_recordset($1::jsonb) AS s (
                pair bigint, term bigint, answered bigint, state text, reason text, detail text, warnings jsonb,
                kind text, hubspot_id text, artis_id text, company_id bigint, latches boolean, snapshot jsonb,
                hubspot_modified timestamptz, artis_version bigint, looked_at timestamptz, box boolean, stage text,
                called jsonb, siret text, uncreated boolean, attempts integer, next_attempt_at timestamptz)
        ), ours AS (
            SELECT pair.id, pair.state AS before, pair.company_id AS home, pair.reason AS why FROM pair JOIN settled ON pair.id = settled.pair AND pair.lease_term = settled.term
            WHERE pair.lease_until IS NOT NULL
            ORDER BY pair.id FOR NO KEY UPDATE OF pair
        )
        UPDATE pair SET
            applied = greatest(applied, answered),
            since = CASE WHEN (pair.state, pair.reason) IS DISTINCT FROM (s.state, s.reason) THEN now()
                ELSE pair.since END,
            state = s.state, reason = s.reason, detail = s.detail, warnings = s.warnings,
            kind = s.kind, hubspot_id = s.hubspot_id, artis_id = s.artis_id, company_id = s.company_id, latched_at = CASE WHEN s.latches THEN coalesce(latched_at, now()) ELSE latched_at END,
            snapshot = s.snapshot, hubspot_modified = s.hubspot_modified, artis_version = s.artis_version,
            called = CASE WHEN s.snapshot IS NULL THEN coalesce(s.called, pair.called) END,
            -- A look that is to be done over has seen nothing yet: the moment of R8 may lie in it.
            looked_at = CASE WHEN s.answered > 0 THEN s.looked_at ELSE pair.looked_at END, box = s.box, stage = s.stage, siret = s.siret, echo = NULL,
            creating_at = CASE WHEN s.hubspot_id IS NULL AND NOT s.uncreated THEN pair.creating_at END,
            attempts = s.attempts, next_attempt_at = s.next_attempt_at, lease_owner = NULL, lease_until = NULL,
            crashes = 0
        FROM settled s, ours WHERE pair.id = ours.id AND s.pair = ours.id
        RETURNING pair.id, pair.wanted > pair.applied,
            before = 'stopped' AND pair.state <> 'stopped' AND pair.latched_at IS NOT NULL,
            home <> pair.company_id
                OR (why IS NOT NULL AND why IN ('COMPANY_AMBIGUOUS', 'NO_COMPANY') AND why IS DISTINCT FROM pair.reason)
        """

    public var parameters: [Parameter] { [.json(encoding: settlements.map(Image.init))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(pair: PairID(try row.int(0)), unanswered: try row.bool(1), reopened: try row.bool(2),
            rehomed: try row.boolOrNull(3) ?? false)
    }

    private struct Image: Encodable {
        var pair: Int64, term: Int64, answered: Int64
        var state: String, reason: String?, detail: String?, warnings: [Warning]
        var kind: String, hubspot_id: String?, artis_id: String?, company_id: Int64?, latches: Bool, snapshot: Snapshot?
        var hubspot_modified: String?, artis_version: Int64?, looked_at: String?, box: Bool?, stage: String?
        var called: Called?, siret: String?, uncreated: Bool, attempts: Int, next_attempt_at: String?

        init(_ settlement: Settlement) {
            let pair = settlement.pair
            self.pair = pair.id.rawValue
            term = pair.term
            answered = settlement.answers ? pair.wanted : 0
            state = pair.state.rawValue
            reason = pair.reason?.rawValue
            detail = pair.detail
            warnings = pair.warnings
            kind = pair.kind.rawValue
            hubspot_id = pair.hubspotID?.rawValue
            artis_id = pair.artisID?.rawValue
            company_id = pair.companyID?.rawValue
            latches = settlement.latches
            snapshot = pair.snapshot
            hubspot_modified = pair.hubspotModified?.rfc3339
            artis_version = pair.artisVersion
            looked_at = pair.lookedAt?.rfc3339
            box = pair.box
            stage = pair.stage
            called = pair.called
            siret = pair.siret
            uncreated = settlement.isUncreated
            attempts = pair.attempts
            next_attempt_at = settlement.nextAttemptAt?.rfc3339
        }
    }
}
