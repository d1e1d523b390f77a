public import Domain

/// Keeps the normalised SIRET of HubSpot companies as seen, eligible or not (R9); nil forgets it.
///
/// Whoever waits for a company that has lost its SIRET is looked at once more: its primary mark takes nobody from a synced
/// company any more (R12).
///
/// Returns the companies that were seen with another SIRET before, or lost theirs: who names them wakes (``RetryHeldBy``).
///
/// A scan reads pages long before it keeps them: what was seen by others meanwhile is younger, and stays.
public struct SeeSIRETs: Statement {
    public var seen: [(company: ID<HubSpotRecord>, siret: String?)]
    public var replaces: Bool

    public init(_ seen: [(company: ID<HubSpotRecord>, siret: String?)], replaces: Bool = true) {
        self.seen = seen
        self.replaces = replaces
    }

    public static let sql = """
        WITH seen AS (
            SELECT DISTINCT ON (hubspot_id) hubspot_id, siret
            FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS s (hubspot_id, siret, place)
            ORDER BY hubspot_id, place DESC
        ), changed AS (
            SELECT hubspot_id FROM siret JOIN seen USING (hubspot_id)
            WHERE $3::boolean AND siret.siret IS DISTINCT FROM seen.siret
        ), gone AS (
            DELETE FROM siret USING seen WHERE $3::boolean AND siret.hubspot_id = seen.hubspot_id AND seen.siret IS NULL
            RETURNING siret.hubspot_id
        ), below AS (
            SELECT id FROM pair
            WHERE company_id IN (SELECT company.id FROM pair company JOIN gone USING (hubspot_id) WHERE company.kind = 'company')
                AND state = 'waiting' AND reason = 'COMPANY_NOT_SYNCED'
            ORDER BY id FOR NO KEY UPDATE
        ), \(HintSQL.want("below", lane: "'live'")), kept AS (
            INSERT INTO siret (hubspot_id, siret)
            SELECT hubspot_id, siret FROM seen WHERE siret IS NOT NULL ORDER BY hubspot_id
            ON CONFLICT (hubspot_id) DO UPDATE SET siret = excluded.siret WHERE $3 AND siret.siret <> excluded.siret
        )
        SELECT hubspot_id FROM changed
        """

    public var parameters: [Parameter] {
        [.textArray(seen.map(\.company.rawValue)), .textArray(seen.map(\.siret)), .bool(replaces)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}

extension Transaction {
    /// Keeps the SIRETs of companies as they were just seen, and wakes whoever waited for another.
    public func see(_ seen: [(company: ID<HubSpotRecord>, siret: String?)], lane: Lane) async throws(DatabaseError) {
        let changed = try await run(SeeSIRETs(seen))
        if !changed.isEmpty { _ = try await run(RetryHeldBy(changed, lane: lane)) }
    }
}
