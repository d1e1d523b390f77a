import Database
import Logging
import Observability
import Runtime
import ServiceLifecycle
import Synchronization

/// A program works on a schema that it knows, or that serves it though it is newer, and on no other: until such a one is
/// found what works on the database waits here, and the health pages say what for. It is looked at again and again, because
/// an upgrade migrates while older programs run, and a restore brings an older schema: one that may not be worked on closes
/// the database to this process, as if it were away. Nothing is taken then and nothing is lost; when the program is
/// replaced, or the schema is, work goes on.
final class SchemaGate: Service {
    private static let every: Duration = .seconds(2)

    private let database: Database
    private let breakers: BreakerWatch
    private let reachable: HealthLamp
    private let known: HealthLamp
    private let logger: Logger
    private let isOpen = Mutex(false)
    private let last = Mutex<SchemaState?>(nil)

    init(database: Database, breakers: BreakerWatch, vitals: Vitals, logger: Logger) {
        self.database = database
        self.breakers = breakers
        reachable = vitals.database
        known = vitals.schema
        self.logger = logger
    }

    func run() async throws {
        repeat { await look() } while await Pause.wait(for: isOpen.withLock { $0 } ? Self.every : .seconds(1))
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

    private func look() async {
        do throws(DatabaseError) {
            let state = try await Migrator().check(database.beneathSuspension)
            reachable.set(.well)
            judge(state)
        } catch {
            // A schema that was known is still held to be: a database that is away tells nothing else.
            reachable.set(.unwell("does not answer"))
            if !isOpen.withLock({ $0 }) { logger.warning("the database does not answer", [.error: "\(error)"]) }
        }
    }

    private func judge(_ state: SchemaState) {
        database.suspend(because: state.isUsable ? nil : state.refusal)
        breakers.halt(!state.isUsable)
        known.set(state.refusal.map(HealthVerdict.unwell) ?? .well)
        if state.isUsable { isOpen.withLock { $0 = true } }
        guard last.withLock({ last in
            defer { last = state }
            return last != state
        }) else { return }
        report(state)
    }

    /// Once each time that it changes.
    private func report(_ state: SchemaState) {
        switch state {
        case .current:
            logger.debug("the schema is known")
        case .serving(let number):
            logger.notice("the schema is newer than this program and serves it", [.migration: "\(number)"])
        case .behind(let missing):
            logger.warning(
                "the schema is not up to date: run passerelle migrate",
                [.migration: "\(missing.map(String.init).joined(separator: " "))"])
        case .ahead(let number):
            logger.critical("the schema is newer than this program: no work is taken", [.migration: "\(number)"])
        case .changed(let number):
            logger.critical("a migration was edited after it was applied: no work is taken", [.migration: "\(number)"])
        }
    }
}

extension SchemaState {
    /// Why this program may not work on it, in constant words; nil where it may.
    fileprivate var refusal: String? {
        switch self {
        case .current, .serving: nil
        case .behind: "not up to date: run passerelle migrate"
        case .ahead: "newer than this program: use the newer program"
        case .changed: "a migration was edited after it was applied"
        }
    }
}
