/// Every setting there is. The raw value is the environment variable; scripts and compose files rely on these names.
public enum SettingName: String, Sendable, Hashable, CaseIterable {
    case databaseURL = "DATABASE_URL"
    case amqpURL = "AMQP_URL"
    case amqpManagementURL = "AMQP_MANAGEMENT_URL"
    case hubspotBaseURL = "HUBSPOT_BASE_URL"
    case hubspotAccessToken = "HUBSPOT_ACCESS_TOKEN"
    case hubspotWebhookSecret = "HUBSPOT_WEBHOOK_SECRET"
    case hubspotPipeline = "HUBSPOT_PIPELINE"
    case hubspotWindowMax = "HUBSPOT_WINDOW_MAX"
    case hubspotSearchPerSecond = "HUBSPOT_SEARCH_PER_SECOND"
    case hubspotDailyReserve = "HUBSPOT_DAILY_RESERVE"
    case hubspotPollSeconds = "HUBSPOT_POLL_SECONDS"
    case conflictWins = "CONFLICT_WINS"
    case reconcileAt = "RECONCILE_AT"
    case artisBaseURL = "ARTIS_BASE_URL"
    case artisAPIKey = "ARTIS_API_KEY"
    case ingestListen = "INGEST_LISTEN"
    case ingestPublicURL = "INGEST_PUBLIC_URL"
    case dashboardListen = "DASHBOARD_LISTEN"
    case dashboardPassword = "DASHBOARD_PASSWORD"
    case metricsListen = "METRICS_LISTEN"
    case workerConcurrency = "WORKER_CONCURRENCY"
    case drainSeconds = "DRAIN_SECONDS"
    case logLevel = "LOG_LEVEL"
    case logFormat = "LOG_FORMAT"

    /// A secret may also come from the file that `NAME_FILE` points to, and is never printed.
    public var isSecret: Bool {
        switch self {
        case .databaseURL, .amqpURL, .amqpManagementURL, .hubspotAccessToken, .hubspotWebhookSecret, .artisAPIKey,
            .dashboardPassword:
            true
        case .hubspotBaseURL, .hubspotPipeline, .hubspotWindowMax, .hubspotSearchPerSecond, .hubspotDailyReserve,
            .hubspotPollSeconds, .conflictWins, .reconcileAt, .artisBaseURL, .ingestListen, .ingestPublicURL,
            .dashboardListen, .metricsListen, .workerConcurrency, .drainSeconds, .logLevel, .logFormat:
            false
        }
    }

    /// The variable that holds the path of a file with this secret.
    var fileVariable: String { rawValue + "_FILE" }

    /// Every variable that has a meaning here.
    static let variables: [String] =
        allCases.map(\.rawValue) + allCases.filter(\.isSecret).map(\.fileVariable)

    /// Beginnings that make a variable ours, so that one we do not know is probably a slip.
    static let prefixes = [
        "HUBSPOT_", "ARTIS_", "INGEST_", "DASHBOARD_", "AMQP_", "DATABASE_", "WORKER_", "METRICS_", "LOG_", "DRAIN_",
        "CONFLICT_", "RECONCILE_",
    ]
}
