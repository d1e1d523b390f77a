public import Database
public import Domain
public import Logging
import Observability
public import ServiceLifecycle
import Synchronization

/// One breaker per system for the whole fleet (issue: "an outage costs one probing call at a time and nobody's
/// attempts"): knows whether HubSpot and artis answer, lets workers wait while one does not, and probes when it is this
/// process's turn.
public final class BreakerWatch: Service {
    private let database: Database
    private let probes: [System: @Sendable () async -> Bool]
    private let logger: Logger
    private let open = Mutex<Set<System>>([])
    private let halted = Mutex(false)

    /// - Parameter probes: one cheap, neutral call per system; true when it was answered.
    public init(database: Database, probes: [System: @Sendable () async -> Bool], logger: Logger) {
        self.database = database
        self.probes = probes
        self.logger = logger
    }

    /// A system did not answer.
    public func trip(_ system: System, cause: String) async {
        open.withLock { _ = $0.insert(system) }
        logger.warning("system does not answer", [.system: "\(system.rawValue)", .error: "\(cause)"])
        // A database that is away too changes nothing: the breaker stays open here, and is asked again in a second.
        _ = try? await database.execute(OpenBreaker(system, cause: cause))
    }

    /// No work is taken until this is lifted, whatever both systems answer.
    func halt(_ isHalted: Bool) { halted.withLock { $0 = isHalted } }

    /// Returns once both systems answer, and nothing else stops work.
    public func closed() async throws(CancellationError) {
        while !isClosed {
            do { try await Task.sleep(for: .milliseconds(200)) } catch { throw CancellationError() }
        }
    }

    /// Both systems answer, and nothing else stops work.
    var isClosed: Bool { open.withLock { $0.isEmpty } && !halted.withLock { $0 } }

    public var openSystems: Set<System> { open.withLock { $0 } }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await self.look()
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// One round: learns what the fleet knows, and probes what is open if it is our turn.
    func look() async {
        guard let breakers = try? await database.run(ReadBreakers()) else { return }
        let now = Set(breakers.filter { $0.openedAt != nil }.map(\.system))
        open.withLock { $0 = now }
        for system in now.sorted(by: { $0.rawValue < $1.rawValue }) {
            guard (try? await database.first(ClaimProbe(system))) != nil, let probe = probes[system] else { continue }
            guard await probe() else { continue }
            _ = try? await database.execute(CloseBreaker(system))
            open.withLock { _ = $0.remove(system) }
            logger.notice("system answers again", [.system: "\(system.rawValue)"])
        }
    }

    /// After a failure that may be one record's fault: a system that does not answer at all has its breaker opened.
    ///
    /// - Returns: whether it is away.
    func tripIfAway(_ system: System, cause: String) async -> Bool {
        if await answers(system) { return false }
        await trip(system, cause: cause)
        return true
    }

    /// Whether a system answers at all: asked after a 500, to tell a sick system from one sick record.
    public func answers(_ system: System) async -> Bool { await probes[system]?() ?? false }
}
