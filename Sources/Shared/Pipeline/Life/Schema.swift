public import Database
import Glibc
public import Logging
import Observability
import Runtime

/// A program works on a schema that it knows, and on no other.
public enum Schema {
    /// Returns once the schema is the one of this program: a database that is away or still to be migrated is waited
    /// for. A schema that is newer, or was edited, ends the process: no waiting helps.
    public static func await(_ database: Database, logger: Logger) async {
        while true {
            do throws(DatabaseError) {
                switch try await Migrator().check(database) {
                case .current: return
                case .behind(let missing):
                    logger.warning(
                        "the schema is not up to date: run passerelle migrate",
                        [.migration: "\(missing.map(String.init).joined(separator: " "))"])
                case .ahead(let number):
                    logger.critical("the schema is newer than this program", [.migration: "\(number)"])
                    exit(1)
                case .changed(let number):
                    logger.critical("a migration was edited after it was applied", [.migration: "\(number)"])
                    exit(1)
                }
            } catch {
                logger.warning("the database does not answer", [.error: "\(error)"])
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }
}
