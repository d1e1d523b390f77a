public import Domain

/// What the programs of the fleet do at this moment: the records that each has leased, by kind and over all its batches,
/// and the duties that it holds.
public struct ReadCurrentWork: Statement {
    public enum Work: Sendable, Hashable {
        case records(Kind, Int)
        /// By the name under which it is taken: `poll.deal`, `sweep`.
        case duty(String)
    }

    public struct Row: Sendable {
        /// `ListWorkers.Row.id`.
        public var worker: String
        public var work: Work
    }

    public init() {}

    // A lease names its batch behind the program's own name: `<worker>/<batch>`.
    public static let sql = """
        SELECT \(batchless("lease_owner")) AS worker, kind, count(*) FROM pair
        WHERE wanted > applied AND lease_until > now() GROUP BY 1, 2
        UNION ALL
        SELECT owner, name, NULL FROM duty WHERE until > now()
        ORDER BY 1, 3 DESC NULLS LAST, 2
        """

    /// Of the owner of a lease the program.
    static func batchless(_ owner: String) -> String { "split_part(\(owner), '/', 1)" }

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        let worker = try row.text(0)
        guard let count = try row.intOrNull(2) else { return Row(worker: worker, work: .duty(try row.text(1))) }
        return Row(worker: worker, work: .records(try row.word(1), Int(count)))
    }
}
