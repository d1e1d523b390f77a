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
