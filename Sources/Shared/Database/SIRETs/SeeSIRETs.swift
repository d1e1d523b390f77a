public import Domain

/// Keeps the normalised SIRET of HubSpot companies as seen, eligible or not (R9); nil forgets it.
public struct SeeSIRETs: Statement {
    public var seen: [(company: ID<HubSpotRecord>, siret: String?)]

    public init(_ seen: [(company: ID<HubSpotRecord>, siret: String?)]) { self.seen = seen }

    public static let sql = """
        WITH seen AS (
            SELECT DISTINCT ON (hubspot_id) hubspot_id, siret
            FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS s (hubspot_id, siret, place)
            ORDER BY hubspot_id, place DESC
        ), gone AS (
            DELETE FROM siret USING seen WHERE siret.hubspot_id = seen.hubspot_id AND seen.siret IS NULL
        )
        INSERT INTO siret (hubspot_id, siret)
        SELECT hubspot_id, siret FROM seen WHERE siret IS NOT NULL ORDER BY hubspot_id
        ON CONFLICT (hubspot_id) DO UPDATE SET siret = excluded.siret WHERE siret.siret <> excluded.siret
        """

    public var parameters: [Parameter] {
        [.textArray(seen.map(\.company.rawValue)), .textArray(seen.map(\.siret))]
    }
}
