import Database
import Glibc
import Logging
import Observability
import Runtime
import ServiceLifecycle
import Synchronization

/// A program works on a schema that it knows, and on no other: what works on the database waits here until it is found. A
/// database that is away or still to be migrated is waited for, and the health pages say so; a schema that is newer, or was
/// edited, ends the process: no waiting helps.
final class SchemaGate: Service {
    private let database: Database
    private let reachable: HealthLamp
    private let known: HealthLamp
    private let logger: Logger
    private let isOpen = Mutex(false)

    init(database: Database, vitals: Vitals, logger: Logger) {
        self.database = database
        reachable = vitals.database
        known = vitals.schema
        self.logger = logger
    }

    func run() async throws {
        while !(await looks()), await Pause.wait(for: .seconds(1)) {}
        await Pause.untilStop()
    }

    /// The same services, each of which begins when the gate is open.
    func holding(_ services: [Resilient]) -> [Resilient] {
        services.map { service in
            Resilient(service.name, logger: logger) {
                while !self.isOpen.withLock({ $0 }) {
                    guard await Pause.wait(for: .milliseconds(50)) else { return }
                }
                await service.run()
            }
        }
    }

    /// Returns whether the gate is open now.
    private func looks() async -> Bool {
        do throws(DatabaseError) {
            switch try await Migrator().check(database) {
            case .current:
                known.set(.well)
                isOpen.withLock { $0 = true }
            case .behind(let missing):
                known.set(.unwell("not up to date: run passerelle migrate"))
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
            reachable.set(.well)
        } catch {
            reachable.set(.unwell("does not answer"))
            logger.warning("the database does not answer", [.error: "\(error)"])
        }
        return isOpen.withLock { $0 }
    }
}
