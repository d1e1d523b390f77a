public import Artis
public import Database
public import Domain
public import HubSpot
public import Logging
public import Observability

/// What every batch of one program works with.
public struct Workshop: Sendable {
    public var database: Database
    public var hubspot: HubSpotClient
    public var artis: ArtisClient
    public var references: ReferenceShelf
    public var breakers: BreakerWatch
    /// This process, as leases and duties name it.
    public var owner: String
    /// R24: the side that wins where both changed apart.
    public var conflictWins: System
    /// R16: id or label of the pipeline used, if the operator names one.
    public var pipeline: String?
    public var retries: RetryPolicy
    public var clock: @Sendable () -> Instant
    /// When this process began.
    public var started: Instant
    public var logger: Logger
    /// A survey of this workshop changes nothing of our own either: it claims no SIRET and makes nobody known (R29).
    public var looksOnly = false
    public var metrics: WorkMetrics

    public init(
        database: Database, hubspot: HubSpotClient, artis: ArtisClient, references: ReferenceShelf,
        breakers: BreakerWatch, owner: String, conflictWins: System, pipeline: String?,
        retries: RetryPolicy = RetryPolicy(), clock: @escaping @Sendable () -> Instant,
        metrics: WorkMetrics = WorkMetrics(Metrics()), logger: Logger
    ) {
        self.database = database
        self.hubspot = hubspot
        self.artis = artis
        self.references = references
        self.breakers = breakers
        self.owner = owner
        self.conflictWins = conflictWins
        self.pipeline = pipeline
        self.retries = retries
        self.clock = clock
        started = clock()
        self.metrics = metrics
        self.logger = logger
    }
}
