public import Domain

/// Keeps a dead letter with its bytes, and sets the pair that it names failed, in one statement. A pair whose every
/// change was answered meanwhile stays as it is: the letter has nothing left to tell.
public struct StoreDeadLetter: Statement {
    public var queue: String
    public var reason: String
    public var kind: Kind?
    public var system: System?
    public var externalID: String?
    public var deaths: Int64
    public var payload: [UInt8]

    public init(
        queue: String, reason: String, kind: Kind?, system: System?, externalID: String?, deaths: Int64,
        payload: [UInt8]
    ) {
        self.queue = queue
        self.reason = reason
        self.kind = kind
        self.system = system
        self.externalID = externalID
        self.deaths = deaths
        self.payload = payload
    }

    // The term is raised, so that whoever may still hold the lease changes nothing afterwards.
    public static let sql = """
        WITH named AS (
            SELECT id FROM pair WHERE (kind = $3 AND $4::text = 'hubspot' AND hubspot_id = $5)
                -- An action's hint may have gone out before its kind was known.
                OR ($4::text = 'artis' AND artis_id = $5 AND (kind = $3 OR collection = 'actions' AND $3 IN ('call', 'meeting', 'email')))
        ), failed AS (
            UPDATE pair SET
                state = 'failed', reason = 'POISON_MESSAGE', detail = $2, since = now(), applied = wanted,
                next_attempt_at = NULL, lease_owner = NULL, lease_until = NULL, lease_term = lease_term + 1
            FROM named WHERE pair.id = named.id AND wanted > applied
            RETURNING pair.id
        )
        INSERT INTO dead_letter (queue, reason, kind, hubspot_id, artis_id, pair_id, deaths, payload)
        VALUES ($1, $2, $3, CASE $4::text WHEN 'hubspot' THEN $5 END, CASE $4::text WHEN 'artis' THEN $5 END,
            (SELECT id FROM named), $6, $7)
        """

    public var parameters: [Parameter] {
        [
            .text(queue), .text(reason), kind.map { .text($0.rawValue) } ?? .null,
            system.map { .text($0.rawValue) } ?? .null, externalID.map(Parameter.text) ?? .null, .int(deaths),
            .bytes(payload),
        ]
    }
}
