import Database

/// Thousands of records that nobody works on: blocked contacts, and deals that wait for companies. Put into the table and
/// taken out again, past all rules; they come last where the longest wait comes first.
enum Crowd {
    static func gather(in database: Database) async throws {
        try await database.script(
            """
            INSERT INTO pair (kind, hubspot_id, state, reason, called, wanted, applied, looked_at, since)
                SELECT 'contact', 'crowd' || number, 'blocked', 'NAME_MISSING',
                    jsonb_build_object('name', 'Foule ' || number), 1, 1, now(), now() + interval '1 day'
                FROM generate_series(1, 3000) AS number;
            INSERT INTO pair (kind, hubspot_id, state, reason, called, wanted, applied, looked_at, since)
                SELECT 'company', 'crowd' || number, 'not_eligible', 'SYNC_NOT_REQUESTED',
                    jsonb_build_object('name', 'Maison ' || number), 1, 1, now(), now() + interval '1 day'
                FROM generate_series(1, 300) AS number;
            INSERT INTO pair (kind, hubspot_id, company_id, state, reason, called, wanted, applied, looked_at, since)
                SELECT 'deal', 'crowd' || number, company.id, 'waiting', 'COMPANY_NOT_SYNCED',
                    jsonb_build_object('name', 'Chantier ' || number), 1, 1, now(), now() + interval '1 day'
                FROM generate_series(1, 3000) AS number
                JOIN pair company ON company.kind = 'company' AND company.hubspot_id = 'crowd' || (number % 300 + 1)
            """)
    }

    static func leave(_ database: Database) async throws {
        try await database.script(
            """
            DELETE FROM pair WHERE hubspot_id LIKE 'crowd%' AND kind <> 'company';
            DELETE FROM pair WHERE hubspot_id LIKE 'crowd%'
            """)
    }
}
