public import Domain
import Runtime

/// Right before a write to HubSpot: prolongs the leases that are still ours, and marks what is about to be written.
/// Values that HubSpot tells back are then known for our own (R25), and a creation whose answer is lost is looked for
/// before it is tried again (invariant 8).
///
/// Returns the pairs whose lease is ours: nothing may be written of the others (invariant 3). A worker that goes round
/// again under one lease is told here that it has begun to create before.
public struct BeginWriting: Statement {
    public var intents: [Intent]
    /// Creations are about to be tried once more: what was begun before is known to be missing in HubSpot.
    public var again: Bool
    public var duration: Duration

    public struct Intent: Sendable {
        public var pair: PairID
        public var term: Int64
        /// nil for a value that is cleared.
        public var values: [Field: String?]
        public var creates: Bool

        public init(pair: PairID, term: Int64, values: [Field: String?], creates: Bool) {
            self.pair = pair
            self.term = term
            self.values = values
            self.creates = creates
        }
    }

    public init(_ intents: [Intent], again: Bool = false, duration: Duration) {
        self.intents = intents
        self.again = again
        self.duration = duration
    }

    public static let sql = """
        WITH intent AS (
            SELECT * FROM jsonb_to_recordset($1::jsonb) AS i (pair bigint, term bigint, "values" jsonb, creates boolean)
        ), held AS (
            SELECT pair.id, pair.creating_at, intent."values", intent.creates FROM pair
            JOIN intent ON pair.id = intent.pair AND pair.lease_term = intent.term
            WHERE lease_until IS NOT NULL
            ORDER BY pair.id FOR NO KEY UPDATE OF pair
        )
        UPDATE pair SET
            lease_until = now() + make_interval(secs => $2 / 1000.0), echo = held."values",
            creating_at = CASE WHEN held.creates AND ($3 OR held.creating_at IS NULL) THEN now()
                ELSE held.creating_at END
        FROM held WHERE pair.id = held.id
        RETURNING pair.id, held.creating_at
        """

    public var parameters: [Parameter] {
        [.json(encoding: intents.map(Image.init)), .int(duration.milliseconds), .bool(again)]
    }

    public struct Row: Sendable {
        public var pair: PairID
        /// When a creation was begun before, if what became of it is not known.
        public var begunBefore: Instant?
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(pair: PairID(try row.int(0)), begunBefore: try row.instantOrNull(1))
    }

    private struct Image: Encodable {
        var pair: Int64, term: Int64, values: [String: String?], creates: Bool

        init(_ intent: Intent) {
            pair = intent.pair.rawValue
            term = intent.term
            values = Dictionary(uniqueKeysWithValues: intent.values.map { ($0.key.rawValue, $0.value) })
            creates = intent.creates
        }
    }
}
