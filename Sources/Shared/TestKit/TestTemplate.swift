import Database

/// The migrated database that the tests' databases are copies of: one per server and state of the migrations.
enum TestTemplate {
    private static let name =
        "passerelle_template_" + Migration(number: 0, name: "", sql: Migration.all.map(\.checksum).joined()).checksum

    /// - Returns: the template's name. Made by whoever comes first, in this process or another.
    static func prepare(server: String) async throws -> String {
        // The lock below is the session's.
        let admin = try Database(url: server, connections: 1, application: "tests")
        defer { admin.close() }
        if try await admin.first(DatabaseExists(name: name)) != nil { return name }
        try await admin.script("SELECT pg_advisory_lock(7243)", within: .seconds(120))
        if try await admin.first(DatabaseExists(name: name)) == nil { try await make(name, on: admin, server: server) }
        try await admin.script("SELECT pg_advisory_unlock(7243)")
        return name
    }

    /// Under another name first: the right name means that it is complete.
    private static func make(_ name: String, on admin: Database, server: String) async throws {
        let draft = "\(name)_draft"
        try await admin.script("DROP DATABASE IF EXISTS \(draft) WITH (FORCE)", within: .seconds(60))
        try await admin.script("CREATE DATABASE \(draft) TEMPLATE template0", within: .seconds(60))
        let url = TestDatabase.replaceDatabase(of: server, by: draft)
        let database = try Database(url: url, connections: 1, application: "tests")
        defer { database.close() }
        _ = try await Migrator().migrate(database)
        database.close()
        try await admin.script(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '\(draft)'")
        try await admin.script("ALTER DATABASE \(draft) RENAME TO \(name)", within: .seconds(60))
    }
}

private struct DatabaseExists: Statement {
    var name: String

    static let sql = "SELECT 1 FROM pg_database WHERE datname = $1"

    var parameters: [Parameter] { [.text(name)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { true }
}
