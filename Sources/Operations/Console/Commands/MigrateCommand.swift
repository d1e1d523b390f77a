import ArgumentParser
import Database
import Oversight

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database schema up to date.",
        discussion: """
            Safe to run at any time, by many at once, and before every new version: each step is done once, in a \
            transaction of its own. Programs wait until the schema is the one they know.
            """)

    func run() async throws {
        try await Desk.with(anySchema: true) { desk in
            let applied = try await ask { () async throws(DatabaseError) in try await Migrator().migrate(desk.database)
            }
            let language = desk.screen.language
            for migration in applied {
                desk.screen.line(Words("✓ \(migration.number) \(migration.name)", .good))
            }
            if applied.isEmpty {
                desk.screen.line(Words(language.of(fr: "Le schéma est à jour.", en: "The schema is up to date.")))
            }
        }
    }
}
