public import Domain

/// Queues pairs that were found to differ, unless something was told of them meanwhile (R29). All attempts are ahead of
/// them: what somebody mended since is tried again.
///
/// Returns the pairs that were queued.
public struct WantUnmoved: Statement {
    public var pairs: [Pair]

    public init(_ pairs: [Pair]) { self.pairs = pairs }

    public static let sql = """
        WITH \(FindUnmoved.unmoved), wanted AS (
            UPDATE pair SET wanted = wanted + 1, hinted_at = now(), attempts = 0 FROM unmoved WHERE pair.id = unmoved.id
            RETURNING pair.id
        ), \(HintSQL.hint("wanted", lane: "'backfill'"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] { FindUnmoved(pairs).parameters }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
