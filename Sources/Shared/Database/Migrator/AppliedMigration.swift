/// A row of `schema_migration`.
struct AppliedMigration: Sendable, Equatable {
    var number: Int
    var checksum: String
    /// The oldest programs that it lets go on; see ``Migration/serves``.
    var serves: Int?
}

/// What was applied to this database, by number.
struct ReadAppliedMigrations: Statement {
    // By way of JSON: the column came later than the table.
    static let sql = """
        SELECT number, checksum, (to_jsonb(m) ->> 'serves')::bigint FROM schema_migration m ORDER BY number
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> AppliedMigration {
        AppliedMigration(
            number: Int(try row.int(0)), checksum: try row.text(1), serves: try row.intOrNull(2).map { Int($0) })
    }
}

/// Whether migrations were ever applied to this database.
struct HasMigrations: Statement {
    static let sql = "SELECT to_regclass('schema_migration') IS NOT NULL"

    static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}

struct RecordMigration: Statement {
    var migration: Migration

    static let sql = "INSERT INTO schema_migration (number, name, checksum, serves) VALUES ($1, $2, $3, $4)"

    var parameters: [Parameter] {
        [
            .int(migration.number), .text(migration.name), .text(migration.checksum),
            migration.serves.map { .int($0) } ?? .null,
        ]
    }
}
