public import Domain
public import Logging
import Observability

/// Calls servers over a few connections that are kept and used again.
///
/// TLS is always verified, redirects are answers and are never followed, and compressed answers come out plain. A request
/// of traced work carries its `traceparent`.
public final class HTTPClient: HTTPTransport {
    /// Is told how each request ended that a connection was free for, on that connection's thread; must answer at once.
    public typealias Report = @Sendable (HTTPExchange) -> Void

    private let pool: ConnectionPool
    private let policy: ConnectionPolicy
    private let logger: Logger

    /// - Parameters:
    ///   - userAgent: such as `passerelle/1.0`.
    ///   - caFile: PEM certificates to trust besides the system's own.
    ///   - hook: asked for a permit when a request's connection stands and nothing of it is sent yet; blocks that
    ///     connection's thread until it answers. Asked again when libcurl repeats a request whose kept connection had died.
    public init(
        limits: HTTPClientLimits = HTTPClientLimits(), userAgent: String, caFile: String? = nil,
        hook: PermitSource? = nil, told: Report? = nil, logger: Logger
    ) {
        policy = ConnectionPolicy(limits: limits, userAgent: userAgent, caFile: caFile, hook: hook, told: told)
        pool = ConnectionPool(width: limits.connections)
        self.logger = logger
    }

    /// Waits for a free connection, first come, first served, and sends. The wait is not part of the request's deadline;
    /// it ends as the requests ahead meet theirs.
    public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        do throws(HTTPFailure) {
            let response = try await exchange(request)
            logger.debug(
                "request answered",
                [
                    .method: "\(request.method.rawValue)", .status: "\(response.status)",
                    .bytes: "\(response.body.count)",
                ])
            return response
        } catch {
            logger.debug(
                "request failed", [.method: "\(request.method.rawValue)", .error: "\(error)"])
            throw error
        }
    }

    private func exchange(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let order = try policy.order(request)
        let connection = try await pool.take()
        return try await connection.run(order, thenFree: pool.giveBack).get()
    }

    /// Refuses further requests, ends those that still wait for a connection, and returns when those under way are done.
    public func shutdown() async {
        await pool.close()
    }
}
