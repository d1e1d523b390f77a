import Hummingbird
public import Logging
public import Observability
public import Runtime
public import ServiceLifecycle

/// Serves `/metrics`, `/healthz` (alive) and `/readyz` (ready) of one program on `METRICS_LISTEN`.
public struct TelemetryServer: Service {
    private let listen: ListenAddress
    private let metrics: Metrics
    private let health: Health
    private let logger: Logger
    private let onListening: @Sendable (Int) -> Void

    /// - Parameter onListening: told the port once the server takes calls.
    public init(
        listen: ListenAddress, metrics: Metrics, health: Health, logger: Logger,
        onListening: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.listen = listen
        self.metrics = metrics
        self.health = health
        self.logger = logger
        self.onListening = onListening
    }

    public func run() async throws {
        var quiet = logger
        quiet.logLevel = max(quiet.logLevel, .warning)
        let application = Application(
            router: router(), configuration: .init(address: .hostname(listen.host, port: listen.port)),
            onServerRunning: { [listen, logger, onListening] channel in
                let port = channel.localAddress?.port ?? listen.port
                logger.info("telemetry listens", [.address: "\(ListenAddress(host: listen.host, port: port))"])
                onListening(port)
            }, logger: quiet)
        try await application.run()
    }

    private func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/metrics") { [metrics] _, _ in
            Self.response(.ok, type: Metrics.contentType, await metrics.answer())
        }
        for (path, aspect) in [("/healthz", HealthAspect.alive), ("/readyz", .ready)] {
            router.get(RouterPath(path)) { [health] _, _ in
                let report = health.report(aspect)
                return Self.response(
                    report.isWell ? .ok : .serviceUnavailable, type: "application/json", report.json + "\n")
            }
        }
        return router
    }

    private static func response(_ status: HTTPResponse.Status, type: String, _ text: String) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
