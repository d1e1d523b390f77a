public import Logging
public import Messaging
public import Observability
public import Runtime
import Telemetry

/// What a long-running program tells of itself on `METRICS_LISTEN`: that it lives, whether it can do its job (the database
/// answers, its schema is known, the broker's connections are in use), and its figures.
public struct Vitals: Sendable {
    public let metrics: Metrics
    public let health = Health()
    private let program: String
    /// Lit by the heartbeat.
    let database: HealthLamp
    /// Lit once, by the gate.
    let schema: HealthLamp
    /// Beaten by the heartbeat, whose turns all end: a statement has its deadline.
    let heartbeat: HealthPulse

    /// - Parameters:
    ///   - brokers: the program's connections to the broker, by a constant name each.
    ///   - metrics: those of the program's ``Fleet``.
    public init(program: String, brokers: [String: ConnectionMonitor], metrics: Metrics = Metrics()) {
        self.program = program
        self.metrics = metrics
        database = health.lamp("database")
        schema = health.lamp("schema")
        heartbeat = health.pulse("heartbeat", limit: .seconds(120))
        for (name, monitor) in brokers {
            health.add("broker \(name)", for: .ready) {
                monitor.isReady ? .well : .unwell(monitor.isBlocked ? "takes no publishes" : "not connected")
            }
        }
        metrics.registerProcess(program: program)
        PeerMetrics.register(brokers: brokers, in: metrics)
    }

    /// The server, if the settings ask for one; the first of a program's services, so that it stops last.
    ///
    /// - Parameter held: how many messages this process holds; nil for a program that takes none.
    public func services(
        _ process: ProcessSettings, held: (@Sendable () -> Int)? = nil, logger: Logger
    ) -> [Resilient] {
        if let held {
            metrics.gauge("passerelle_messages_held", "Messages taken from the queues and not settled yet.") {
                Double(held())
            }
        }
        guard let listen = process.metricsListen else { return [] }
        let server = TelemetryServer(listen: listen, metrics: metrics, health: health, logger: logger)
        return [Resilient("telemetry", logger: logger, service: server)]
    }
}
