import ArgumentParser
import Database
import Oversight

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: .help(
            fr: "Mettre à jour le schéma de la base de données.",
            en: "Bring the database schema up to date."),
        discussion: .help(
            fr: """
                Peut être lancée sans risque à tout moment, à plusieurs en même temps, et avant chaque nouvelle \
                version : chaque étape est faite une seule fois, dans sa propre transaction. Les programmes attendent \
                que le schéma soit celui qu’ils connaissent.
                """,
            en: """
                Safe to run at any time, by many at once, and before every new version: each step is done once, in a \
                transaction of its own. Programs wait until the schema is the one they know.
                """))

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
