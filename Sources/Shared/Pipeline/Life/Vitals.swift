public import Logging
public import Messaging
public import Observability
public import Runtime
import Telemetry

/// What a long-running program tells of itself on `METRICS_LISTEN`: that it lives, whether it can do its job (the
/// database and the broker answer), and its figures.
public struct Vitals: Sendable {
    public let metrics = Metrics()
    private let health = Health()
    private let program: String
    /// Lit by the heartbeat.
    let database: HealthLamp

    /// - Parameter brokers: the program's connections to the broker, by a constant name each.
    public init(program: String, brokers: [String: ConnectionMonitor]) {
        self.program = program
        database = health.lamp("database")
        for (name, monitor) in brokers {
            health.add("broker \(name)", for: .ready) {
                if case .connected = monitor.state { .well } else { .unwell("not connected") }
            }
        }
        metrics.registerProcess(program: program)
    }

    /// The server, if the settings ask for one; the first of a program's services, so that it stops last.
    public func services(
        _ process: ProcessSettings, held: @escaping @Sendable () -> Int = { 0 }, logger: Logger
    ) -> [Resilient] {
        metrics.gauge("passerelle_messages_held", "Messages taken from the queues and not settled yet.") { Double(held()) }
        guard let listen = process.metricsListen else { return [] }
        let server = TelemetryServer(listen: listen, metrics: metrics, health: health, logger: logger)
        return [Resilient("telemetry", logger: logger, service: server)]
    }
}
