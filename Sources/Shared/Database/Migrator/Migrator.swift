/// Brings the schema up to date, and tells whether it is.
public struct Migrator: Sendable {
    /// One key for every migrator of a database.
    private static let lock = "SELECT pg_advisory_xact_lock(4611686018427387904)"
    private static let table = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number integer PRIMARY KEY,
            name text NOT NULL,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now()
        );
        ALTER TABLE schema_migration ADD COLUMN IF NOT EXISTS serves integer
        """
    /// A fleet at work is never held up for longer: whoever asks for a table stands in line behind a migration that waits
    /// for it.
    private static let patience = "SET LOCAL lock_timeout = '3s'"
    /// For one migration, waiting for another migrator included.
    private static let time = Duration.seconds(600)

    private let migrations: [Migration]

    public init(migrations: [Migration] = Migration.all) { self.migrations = migrations }

    /// Applies what is missing, each migration in a transaction of its own. Any number of processes may do so at once:
    /// each transaction takes one advisory lock and looks again. The fleet may be at work meanwhile: a migration that does
    /// not get its locks within moments lets others pass, and tries again.
    ///
    /// - Returns: what this call applied.
    /// - Throws: `.misuse` when the schema was made by a newer program, or a migration was edited after it was applied;
    ///   `.refused` when PostgreSQL does not take a migration, whose transaction leaves nothing behind then.
    public func migrate(_ database: Database) async throws(DatabaseError) -> [Migration] {
        var applied: [Migration] = []
        while let migration = try await next(database) { applied.append(migration) }
        return applied
    }

    private func next(_ database: Database) async throws(DatabaseError) -> Migration? {
        let deadline = ContinuousClock.now + Self.time
        while true {
            do throws(DatabaseError) {
                return try await database.transaction { (transaction) async throws(DatabaseError) in
                    try await applyNext(transaction)
                }
            } catch {
                guard case .retryable = error, ContinuousClock.now < deadline else { throw error }
                do { try await Task.sleep(for: .seconds(1)) } catch { throw .cancelled }
            }
        }
    }

    public func check(_ database: some StatementRunner) async throws(DatabaseError) -> SchemaState {
        guard try await database.first(HasMigrations()) == true else { return .behind(migrations.map(\.number)) }
        return .compare(applied: try await database.run(ReadAppliedMigrations()), known: migrations)
    }

    private func applyNext(_ transaction: Transaction) async throws(DatabaseError) -> Migration? {
        try await transaction.script(
            "SET LOCAL statement_timeout = 0; \(Self.lock); \(Self.patience); \(Self.table)", within: Self.time)
        switch try await check(transaction) {
        case .current, .serving:
            return nil
        case .ahead(let number):
            throw DatabaseError.misuse("the schema is at migration \(number), which this program does not know; use the newer program")
        case .changed(let number):
            throw DatabaseError.misuse("migration \(number) was edited after it was applied; put its file back and add a new one")
        case .behind(let missing):
            guard let next = migrations.first(where: { missing.contains($0.number) }) else { return nil }
            try await transaction.script(next.sql, within: Self.time)
            try await transaction.execute(RecordMigration(migration: next))
            return next
        }
    }
}
