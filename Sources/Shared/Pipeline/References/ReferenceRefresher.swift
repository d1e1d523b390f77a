public import Artis
public import Database
public import Domain
public import HubSpot
public import Logging
import Observability
public import ServiceLifecycle

/// Keeps the reference data fresh: looks every few seconds whether a piece is due, claims it for the whole fleet,
/// fetches it, and wakes the pairs whose reason names it when it has changed. Runs in every program; one fetches.
public struct ReferenceRefresher: Service {
    private let database: Database
    private let source: ReferenceSource
    private let pace: PaceSetting
    private let breakers: BreakerWatch
    private let clock: @Sendable () -> Instant
    private let logger: Logger

    public init(
        database: Database, hubspot: HubSpotClient, artis: ArtisClient, pace: PaceSetting, breakers: BreakerWatch,
        clock: @escaping @Sendable () -> Instant, logger: Logger
    ) {
        self.database = database
        source = ReferenceSource(hubspot: hubspot, artis: artis)
        self.pace = pace
        self.breakers = breakers
        self.clock = clock
        self.logger = logger
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                for key in ReferenceKey.allCases where !Task.isCancelled { await refresh(key) }
                try? await Task.sleep(for: .seconds(2))
            }
        }
    }

    /// Fetches what is due now, for whoever does not stay.
    public func fetchDue() async {
        for key in ReferenceKey.allCases { await refresh(key) }
    }

    /// Fetches one piece if it is due and nobody else does. Should that fail, the fleet goes on with what it has, and
    /// somebody tries again: at the moment that the limiter or a locked record names, a few seconds after an answer that did
    /// not come, else when the claim has run out. A system that does not answer at all has its breaker opened, and is asked
    /// by the probe of that alone.
    func refresh(_ key: ReferenceKey) async {
        if breakers.openSystems.contains(key.system) { return }
        do throws(StepFailure) {
            let claim = ClaimReference(key: key.rawValue, maxAge: key.maxAge)
            guard try await step({ () async throws(DatabaseError) in try await database.first(claim) }) != nil else { return }
            let value = try await source.fetch(key)
            let changed = try await step { () async throws(DatabaseError) in try await keep(key, value) }
            if changed { logger.info("reference data changed", [.key: "\(key.rawValue)"]) }
            if key == .delay || key == .account { await pace.apply(isNews: changed) }
        } catch {
            logger.warning("reference data not fetched", [.key: "\(key.rawValue)", .error: "\(error)"])
            await trip(error)
            guard let moment = Self.moment(after: error, at: clock()) else { return }
            _ = try? await database.execute(PostponeReference(key: key.rawValue, until: moment))
        }
    }

    /// Before the first fetch nobody works who would find out.
    private func trip(_ failure: StepFailure) async {
        switch failure {
        case .down(let system, let cause), .faulted(let system, let cause):
            _ = await breakers.tripIfAway(system, cause: cause.status)
        case .later, .locked, .forbidden, .database, .cancelled: break
        }
    }

    /// When a fetch is tried again after a failure that passes: before the first fetch nobody can work. Nil for those that
    /// will hardly pass within half a minute.
    private static func moment(after failure: StepFailure, at now: Instant) -> Instant? {
        switch failure {
        case .later(let moment, _), .locked(let moment): moment ?? now + .seconds(2)
        case .down: now + .seconds(5)
        case .faulted, .forbidden, .database, .cancelled: nil
        }
    }

    private func keep(_ key: ReferenceKey, _ value: String) async throws(DatabaseError) -> Bool {
        try await database.transaction { (transaction) async throws(DatabaseError) -> Bool in
            let changed = try await transaction.first(KeepReference(key: key.rawValue, value: value)) ?? false
            if changed, !(key.reasons.isEmpty && key.warnings.isEmpty) {
                _ = try await transaction.run(WantPairsOfReasons(reasons: key.reasons, warnings: key.warnings))
            }
            return changed
        }
    }
}
