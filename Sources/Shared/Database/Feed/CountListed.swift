/// How many records are marked. The marks do not outlive a crash of PostgreSQL: fewer than were made means that the
/// listing must begin anew.
public struct CountListed: Statement {
    public init() {}

    public static let sql = "SELECT count(*) FROM listed"

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
