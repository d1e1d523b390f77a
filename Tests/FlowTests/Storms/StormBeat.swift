import Database
import Glibc

/// Processes of the fleet that have begun and not ended.
struct StormAlive: Statement {
    static let sql = "SELECT count(*) FROM worker"

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}

/// Whether a process has said within the last two seconds that it lives, and holds nothing.
struct StormBeat: Statement {
    var pid: pid_t

    static let sql = "SELECT seen_at > now() - interval '2 seconds' AND held = 0 FROM worker WHERE pid = $1"

    var parameters: [Parameter] { [.int(Int64(pid))] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}
