/// How many messages the programs of one name hold, of those that were alive within the last half minute.
public struct HeldMessages: Statement {
    public init() {}

    public static let sql = """
        SELECT program, sum(held)::bigint FROM worker WHERE seen_at > now() - interval '30 seconds' GROUP BY program
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> (program: String, held: Int64) {
        (try row.text(0), try row.int(1))
    }
}
