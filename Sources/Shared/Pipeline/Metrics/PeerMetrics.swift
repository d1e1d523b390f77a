import Database
import Domain
import Messaging
import Observability
import Runtime

/// What a process counts of its database and its broker, and what it knows of the breakers.
struct PeerMetrics: Sendable {
    struct OutcomeLabels: MetricLabels {
        var outcome: DatabaseWatch.Outcome
        var pairs: [(String, String)] { [("outcome", outcome.rawValue)] }
    }

    struct ConnectionLabels: MetricLabels {
        /// One of a program's few constants.
        var connection: String
        var pairs: [(String, String)] { [("connection", connection)] }
    }

    struct SystemLabels: MetricLabels {
        var system: System
        var pairs: [(String, String)] { [("system", system.rawValue)] }
    }

    /// What the database tells of itself goes here.
    static func watch(_ metrics: Metrics) -> DatabaseWatch {
        let took = metrics.histogram(
            "passerelle_database_transaction_duration_seconds", "Time of a transaction, all its attempts included.",
            labels: OutcomeLabels.self)
        let reconnects = metrics.counter(
            "passerelle_database_reconnects_total", "Database sessions opened again after a loss.")
        return DatabaseWatch(
            transaction: { outcome, duration in took.observe(OutcomeLabels(outcome: outcome), duration) },
            reconnected: { reconnects.increment() })
    }

    static func register(brokers: [String: ConnectionMonitor], in metrics: Metrics) {
        guard !brokers.isEmpty else { return }
        metrics.counters(
            "passerelle_broker_reconnects_total", "Connections to RabbitMQ made again after a loss."
        ) {
            brokers.map { (ConnectionLabels(connection: $0.key), Double($0.value.reconnects)) }
        }
        metrics.gauges("passerelle_broker_connected", "1 while the connection to RabbitMQ stands and is in use.") {
            brokers.map { (ConnectionLabels(connection: $0.key), $0.value.isReady ? 1.0 : 0.0) }
        }
        metrics.gauges("passerelle_broker_blocked", "1 while RabbitMQ takes no publishes, for want of memory or disk.") {
            brokers.map { (ConnectionLabels(connection: $0.key), $0.value.isBlocked ? 1.0 : 0.0) }
        }
    }

    static func register(breakers: BreakerWatch, in metrics: Metrics) {
        metrics.gauges("passerelle_breaker_open", "1 while a system does not answer and only probes are sent.") {
            let open = breakers.openSystems
            return System.allCases.map { (SystemLabels(system: $0), open.contains($0) ? 1.0 : 0.0) }
        }
    }
}

extension ConnectionMonitor {
    /// Connected, declared and, where it consumes, consuming.
    var isReady: Bool { if case .connected = state { true } else { false } }

    var isBlocked: Bool { if case .blocked = state { true } else { false } }
}
