public import Domain

/// What hangs on companies that stop waits for them (R26): part of the very transaction that stops them. Who was looked
/// at before, and found no company because HubSpot shows none that is archived, does too. Who is being looked at, or told
/// of a change, settles that by itself.
public struct ParkDependants: Statement {
    public var companies: [PairID]

    public init(of companies: [PairID]) { self.companies = companies }

    public static let sql = """
        WITH below AS (
            SELECT id FROM pair
            WHERE company_id = ANY ($1::bigint[]) AND wanted = applied AND (lease_until IS NULL OR lease_until < now())
                AND (state = 'synced' OR (state = 'waiting' AND reason IN ('COMPANY_NOT_SYNCED', 'NO_COMPANY')))
            ORDER BY id FOR NO KEY UPDATE
        )
        UPDATE pair SET state = 'waiting', reason = 'COMPANY_STOPPED', detail = NULL, since = now()
        FROM below WHERE pair.id = below.id
        """

    public var parameters: [Parameter] { [.intArray(companies.map(\.rawValue))] }
}
