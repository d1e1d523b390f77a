public import Artis
public import Database
import Domain
import Glibc
import HTTP
public import HubSpot
public import Logging
public import Observability
public import Runtime

/// What every program of the fleet is built from: the connections to the database, HubSpot (through the limiter) and
/// artis, and the services that keep them honest.
public struct Fleet: Sendable {
    public let owner: String
    public let database: Database
    public let hubspot: HubSpotClient
    public let artis: ArtisClient
    public let references: ReferenceShelf
    public let refresher: ReferenceRefresher
    public let breakers: BreakerWatch
    public let limiter: Limiter
    /// Of this process.
    public let metrics = Metrics()
    public let logger: Logger
    private let shutdowns: [@Sendable () async -> Void]

    /// - Parameters:
    ///   - program: the name under which this process appears in the database and at the vendors.
    ///   - width: how many calls to each vendor may be under way at once.
    public init(
        program: String, width: Int, database settings: DatabaseSettings, hubspot hubspotSettings: HubSpotSettings,
        artis artisSettings: ArtisSettings, logger: Logger
    ) throws(DatabaseError) {
        let owner = "\(program)@\(Host.name):\(getpid()):\(UInt32.random(in: .min ... .max))"
        let url = settings.url.exposed
        let calls = CallMetrics(metrics)
        let database = try Database(
            url: url, connections: max(4, width + 2), application: program, watch: PeerMetrics.watch(metrics),
            logger: logger)
        let limiter = try Limiter(url: url, application: "\(program) limiter", patience: .seconds(30))
        let agent = "passerelle/\(Version.current) (\(program))"
        let toHubSpot = LanedTransport(
            userAgent: agent, hook: calls.counting(limiter.permit), told: calls.toHubSpot, logger: logger)
        let toArtis = HTTPClient(
            limits: HTTPClientLimits(connections: width + 1), userAgent: agent, told: calls.toArtis, logger: logger)
        let hubspot = HubSpotClient(
            transport: toHubSpot, baseURL: hubspotSettings.baseURL.description, token: hubspotSettings.token,
            pace: HubSpotPace(telling: database, calls: calls, logger: logger))
        let artis = ArtisClient(
            transport: toArtis, baseURL: artisSettings.baseURL.description, key: artisSettings.apiKey)
        self.owner = owner
        self.database = database
        self.hubspot = hubspot
        self.artis = artis
        self.limiter = limiter
        self.logger = logger
        references = ReferenceShelf(database: database, clock: WallClock.now)
        breakers = BreakerWatch(
            database: database,
            probes: [
                .hubspot: { await hubspot.isAlive(for: HubSpotCall(purpose: .reference, lane: .live)) },
                .artis: { await artis.isAlive() },
            ], logger: logger)
        refresher = ReferenceRefresher(
            database: database, hubspot: hubspot, artis: artis,
            pace: PaceSetting(database: database, settings: hubspotSettings, logger: logger), breakers: breakers,
            clock: WallClock.now, logger: logger)
        shutdowns = [toHubSpot.shutdown, toArtis.shutdown]
        PeerMetrics.register(breakers: breakers, in: metrics)
    }

    /// - Parameter metrics: where its batches are counted; nowhere when it is left out.
    public func workshop(_ sync: SyncSettings, pipeline: String?, metrics: WorkMetrics? = nil) -> Workshop {
        Workshop(
            database: database, hubspot: hubspot, artis: artis, references: references, breakers: breakers,
            owner: owner, conflictWins: sync.conflictWins, pipeline: pipeline, clock: WallClock.now,
            metrics: metrics ?? WorkMetrics(Metrics()), logger: logger)
    }

    /// The services of a long-running program, in the order in which they start: those that every one runs, and its own.
    /// All but the health pages wait until the schema is known.
    ///
    /// - Parameters:
    ///   - held: how many messages this process holds at the moment; nil for a program that takes none.
    ///   - own: what it does beside.
    public func services(
        named program: String, vitals: Vitals, _ process: ProcessSettings, held: (@Sendable () -> Int)? = nil,
        own: [Resilient]
    ) -> [Resilient] {
        let gate = SchemaGate(database: database, breakers: breakers, vitals: vitals, logger: logger)
        let common = [
            // When the drain time is over and work is cancelled, it must not go on waiting for a permit.
            Resilient("limiter", logger: logger) { [limiter] in
                await withTaskCancellationHandler { await Pause.untilStop() } onCancel: { limiter.close() }
            },
            Resilient("references", logger: logger, service: refresher),
            Resilient("breakers", logger: logger, service: breakers),
            Resilient(
                "heartbeat", logger: logger,
                service: Heartbeat(
                    database: database, owner: owner, program: program, held: held ?? { 0 }, lamp: vitals.database,
                    pulse: vitals.heartbeat, logger: logger)),
        ]
        return vitals.services(process, held: held, logger: logger)
            + [Resilient("schema", logger: logger, service: gate)] + gate.holding(common + own)
    }

    /// Ends every connection; what still waits for a permit is sent away.
    public func close() async {
        limiter.close()
        for shutdown in shutdowns { await shutdown() }
        database.close()
    }
}

extension HubSpotPace {
    /// What HubSpot says of its limits goes to the whole fleet.
    init(telling database: Database, calls: CallMetrics, logger: Logger) {
        self.init(
            penalised: { policy in
                logger.warning("HubSpot answered 429", [.policy: "\(policy)"])
                calls.penalised(policy)
                _ = try? await database.penalise(Penalty(policyName: policy.rawValue))
            },
            quota: { quota in
                _ = try? await database.noteQuota(remaining: quota.remaining, of: quota.limit, calledAt: quota.calledAt)
            })
    }
}
