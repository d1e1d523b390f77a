import Domain
import HTTP
import Logging

/// The way to HubSpot: connections of their own for each lane, so that a live call never stands behind backfill calls of
/// its own process, and few of them, since the fleet's pace is one call at a time anyway and every one in line holds a
/// database connection.
struct LanedTransport: HTTPTransport {
    private let live: HTTPClient
    private let backfill: HTTPClient

    init(userAgent: String, hook: @escaping PermitSource, told: @escaping HTTPClient.Report, logger: Logger) {
        live = HTTPClient(
            limits: HTTPClientLimits(connections: 2), userAgent: userAgent, hook: hook, told: told, logger: logger)
        backfill = HTTPClient(
            limits: HTTPClientLimits(connections: 1), userAgent: userAgent, hook: hook, told: told, logger: logger)
    }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        switch request.permit?.lane {
        case .backfill: try await backfill.send(request)
        case .live, nil: try await live.send(request)
        }
    }

    func shutdown() async {
        await live.shutdown()
        await backfill.shutdown()
    }
}
