import Database
import Domain

/// What the fleet has written into its journal after a place in it.
struct WalkTrail: Statement {
    struct Row: Sendable {
        var pair: Int?
        var description: String
    }

    var since: Int

    static let sql = """
        SELECT j.pair_id, concat_ws(' ', j.event, j.system, p.kind, p.hubspot_id || '/' || p.artis_id, j.detail)
        FROM journal j LEFT JOIN pair p ON p.id = j.pair_id WHERE j.id > $1 ORDER BY j.id
        """

    var parameters: [Parameter] { [.int(Int64(since))] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(pair: try row.intOrNull(0).map { Int($0) }, description: try row.text(1))
    }

    /// The place after the last entry.
    struct Last: Statement {
        static let sql = "SELECT coalesce(max(id), 0) FROM journal"

        static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
    }

    /// What both sides held when each pair was last synced, and what was read of it beside that.
    struct Snapshots: Statement {
        static let sql = "SELECT id, concat_ws(' ', snapshot, warnings, looked_at) FROM pair"

        static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
            Row(pair: Int(try row.int(0)), description: try row.text(1))
        }
    }
}
