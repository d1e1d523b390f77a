import Hummingbird
import Logging
import Observability
import Runtime
import ServiceLifecycle

/// Serves the pages on `DASHBOARD_LISTEN`.
struct Server: Service {
    let site: Site
    let listen: ListenAddress
    /// Lit while pages are served; one that nobody looks at unless it is given.
    var lamp = Health().lamp("pages")
    /// Told the port once pages are served.
    var onListening: @Sendable (Int) -> Void = { _ in }

    func run() async throws {
        var quiet = site.logger
        quiet.logLevel = max(quiet.logLevel, .warning)
        let application = Application(
            router: site.routes(),
            configuration: .init(address: .hostname(listen.host, port: listen.port), serverName: nil),
            onServerRunning: { [site, listen, lamp, onListening] channel in
                lamp.set(.well)
                let port = channel.localAddress?.port ?? listen.port
                let address = "\(ListenAddress(host: listen.host, port: port))"
                if site.isClosed {
                    site.logger.notice("dashboard listens", [.address: "\(address)"])
                } else {
                    site.logger.notice(
                        "dashboard listens without a password, for this machine only: set DASHBOARD_PASSWORD for others",
                        [.address: "\(address)"])
                }
                onListening(port)
            }, logger: quiet)
        defer { lamp.set(.unwell("does not listen")) }
        try await application.runService(gracefulShutdownSignals: [])
    }
}
