public import Domain

/// Which of these records, that hang on one of several companies, must be looked at again: one of the companies has gone on
/// or stopped since (R12). The companies are held as they are until the transaction ends: without the lock a record could
/// be blocked just after one of them woke everybody, and never wake.
public struct HoldAmbiguous: Statement {
    /// The companies as they are named (``RetryHeldBy``), and when the record was read.
    public var blocked: [(pair: PairID, detail: String, lookedAt: Instant)]

    public init(_ blocked: [(pair: PairID, detail: String, lookedAt: Instant)]) { self.blocked = blocked }

    public static let sql = """
        WITH named AS (
            SELECT blocked.id, hubspot_id, at FROM unnest($1::bigint[], $2::text[], $3::timestamptz[]) AS blocked (id, detail, at),
                unnest(string_to_array(detail, ', ')) AS hubspot_id
        ), held AS (
            -- Who changed a company has stamped it when its transaction began, and may have committed after the look.
            SELECT named.id FROM pair JOIN named USING (hubspot_id)
            WHERE kind = 'company' AND since > named.at - interval '5 seconds'
            ORDER BY pair.id FOR SHARE OF pair
        )
        SELECT DISTINCT id FROM held
        """

    public var parameters: [Parameter] {
        [
            .intArray(blocked.map(\.pair.rawValue)), .textArray(blocked.map(\.detail)),
            .instantArray(blocked.map(\.lookedAt)),
        ]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
