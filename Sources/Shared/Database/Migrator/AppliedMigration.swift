/// A row of `schema_migration`.
struct AppliedMigration: Sendable, Equatable {
    var number: Int
    var checksum: String
}

/// What was applied to this database, by number.
struct ReadAppliedMigrations: Statement {
    static let sql = "SELECT number, checksum FROM schema_migration ORDER BY number"

    static func decode(_ row: RowReader) throws(DatabaseError) -> AppliedMigration {
        AppliedMigration(number: Int(try row.int(0)), checksum: try row.text(1))
    }
}

/// Whether migrations were ever applied to this database.
struct HasMigrations: Statement {
    static let sql = "SELECT to_regclass('schema_migration') IS NOT NULL"

    static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}

struct RecordMigration: Statement {
    var migration: Migration

    static let sql = "INSERT INTO schema_migration (number, name, checksum) VALUES ($1, $2, $3)"

    var parameters: [Parameter] { [.int(migration.number), .text(migration.name), .text(migration.checksum)] }
}
