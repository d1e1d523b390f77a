import Database
import TestKit
import Testing

@Suite struct MigratorTests {
    private let first = Migration(number: 1, name: "first", sql: "CREATE TABLE one (id int); INSERT INTO one VALUES (1)")
    private let second = Migration(number: 2, name: "second", sql: "CREATE TABLE two (id int)")

    @Test("Missing migrations are applied in order, once")
    func appliesOnce() async throws {
        try await TestDatabase.with(migrated: false) { test in
            try await expect(SchemaState.behind([1, 2])) { try await Migrator(migrations: [first, second]).check(test.database) }
            try await expect([1]) { try await Migrator(migrations: [first]).migrate(test.database).map(\.number) }
            try await expect(SchemaState.behind([2])) { try await Migrator(migrations: [first, second]).check(test.database) }
            try await expect([2]) { try await Migrator(migrations: [first, second]).migrate(test.database).map(\.number) }
            try await expect([]) { try await Migrator(migrations: [first, second]).migrate(test.database).map(\.number) }
            try await expect(SchemaState.current) { try await Migrator(migrations: [first, second]).check(test.database) }
        }
    }

    @Test("Many migrators at once apply each migration once")
    func manyAtOnce() async throws {
        try await TestDatabase.with(connections: 8, migrated: false) { test in
            let applied = try await withThrowingTaskGroup { group in
                for _ in 0..<8 { group.addTask { try await Migrator().migrate(test.database).map(\.number) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == Migration.all.map(\.number))
        }
    }

    @Test("A migration that was edited after it was applied is refused")
    func changed() async throws {
        try await TestDatabase.with(migrated: false) { test in
            _ = try await Migrator(migrations: [first]).migrate(test.database)
            var edited = first
            edited.sql += " "
            let migrator = Migrator(migrations: [edited, second])
            try await expect(SchemaState.changed(1)) { try await migrator.check(test.database) }
            guard case .misuse? = await failure(of: { try await migrator.migrate(test.database) }) else {
                Issue.record("an edited migration was accepted")
                return
            }
        }
    }

    @Test("A schema that a newer program made is told, and left alone")
    func ahead() async throws {
        try await TestDatabase.with(migrated: false) { test in
            _ = try await Migrator(migrations: [first, second]).migrate(test.database)
            let older = Migrator(migrations: [first])
            try await expect(SchemaState.ahead(2)) { try await older.check(test.database) }
            #expect(await failure { try await older.migrate(test.database) } != nil)
        }
    }

    @Test("A newer schema lets older programs go on as far back as each of its migrations serves them")
    func serving() async throws {
        try await TestDatabase.with(migrated: false) { test in
            // As programs made it that know nothing of serving.
            try await test.database.script(
                """
                CREATE TABLE schema_migration (number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT now());
                INSERT INTO schema_migration (number, name, checksum) VALUES (1, 'first', '\(first.checksum)')
                """)
            try await expect(SchemaState.current) { try await Migrator(migrations: [first]).check(test.database) }
            var third = Migration(number: 3, name: "third", sql: "CREATE TABLE three (id int)", serves: 2)
            var second = second
            second.serves = 1
            _ = try await Migrator(migrations: [first, second]).migrate(test.database)
            try await expect(SchemaState.serving(2)) { try await Migrator(migrations: [first]).check(test.database) }
            try await expect([]) { try await Migrator(migrations: [first]).migrate(test.database).map(\.number) }
            _ = try await Migrator(migrations: [first, second, third]).migrate(test.database)
            try await expect(SchemaState.serving(3)) { try await Migrator(migrations: [first, second]).check(test.database) }
            try await expect(SchemaState.ahead(3)) { try await Migrator(migrations: [first]).check(test.database) }
            third.number = 4
            third.sql = "CREATE TABLE four (id int)"
            third.serves = nil
            _ = try await Migrator(migrations: [first, second, third]).migrate(test.database)
            try await expect(SchemaState.ahead(4)) { try await Migrator(migrations: [first, second]).check(test.database) }
        }
    }

    @Test("Programs that know the schema since what records are called go on with this one")
    func servesOlder() async throws {
        try await TestDatabase.with { test in
            let newest = Migration.all.count
            for known in 7..<newest {
                try await expect(SchemaState.serving(newest)) {
                    try await Migrator(migrations: Array(Migration.all.prefix(known))).check(test.database)
                }
            }
        }
    }

    @Test("A migration that cannot have its table lets others pass, and gets it when it is free")
    func busyTable() async throws {
        try await TestDatabase.with(connections: 3, migrated: false) { test in
            _ = try await Migrator(migrations: [first]).migrate(test.database)
            let altering = Migration(number: 2, name: "altering", sql: "ALTER TABLE one ADD COLUMN more int")
            let (held, hold) = AsyncStream<Void>.makeStream()
            let (released, release) = AsyncStream<Void>.makeStream()
            async let reader: Void = test.database.transaction { (transaction) async throws(DatabaseError) in
                try await transaction.script("SELECT * FROM one", within: .seconds(5))
                hold.finish()
                for await _ in released {}
            }
            for await _ in held {}
            async let applied = Migrator(migrations: [first, altering]).migrate(test.database)
            // A reader that stands in line behind it has its turn before the first one ends.
            try await waiting(for: "one", in: test.database)
            try await test.database.script("SELECT * FROM one", within: .seconds(10))
            release.finish()
            _ = try await reader
            #expect(try await applied.map(\.number) == [2])
        }
    }

    /// Returns when somebody waits for a lock on this table.
    private func waiting(for table: String, in database: Database) async throws {
        while try await database.first(WaitsFor(table: table)) != true { try await Task.sleep(for: .milliseconds(20)) }
    }

    @Test("A migration that fails leaves nothing behind, and those before it stay")
    func failing() async throws {
        try await TestDatabase.with(migrated: false) { test in
            let bad = Migration(number: 2, name: "bad", sql: "CREATE TABLE two (id int); SELECT nonsense")
            let error = await failure { try await Migrator(migrations: [first, bad]).migrate(test.database) }
            guard case .refused(SQLState("42703"), _)? = error else { return #expect(error == .misuse("")) }
            try await expect([2]) { try await Migrator(migrations: [first, second]).migrate(test.database).map(\.number) }
        }
    }
}

private struct WaitsFor: Statement {
    var table: String

    static let sql = "SELECT EXISTS (SELECT FROM pg_locks WHERE relation = to_regclass($1) AND NOT granted)"

    var parameters: [Parameter] { [.text(table)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}
