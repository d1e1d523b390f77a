/// Every statement of the house, so that a test can have PostgreSQL check each against the schema.
package enum Statements {
    package static let all: [any Statement.Type] =
        migrations + limiter + tables + told + standing + dashboard

    static let migrations: [any Statement.Type] = [
        ReadAppliedMigrations.self, HasMigrations.self, RecordMigration.self,
    ]
}
