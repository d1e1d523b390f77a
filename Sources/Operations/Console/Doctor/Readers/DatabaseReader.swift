import Database
import Glibc

/// Reads what the database is.
struct DatabaseReader: Sendable {
    let database: Database

    func read() async throws(DatabaseError) -> DatabaseFacts {
        guard let server = try await database.first(ReadServer()) else { throw .misuse("the server says nothing of itself") }
        return DatabaseFacts(server: server, schema: try await Migrator().check(database), space: space(server))
    }

    /// Only of a server on this machine whose folder we may know; PostgreSQL itself does not tell.
    private func space(_ server: ReadServer.Row) -> DiskSpace? {
        guard server.isHere, let folder = server.folder else { return nil }
        var status = statvfs()
        guard statvfs(folder, &status) == 0, status.f_blocks > 0 else { return nil }
        let block = Int64(status.f_frsize)
        return DiskSpace(free: Int64(status.f_bavail) * block, total: Int64(status.f_blocks) * block)
    }
}
