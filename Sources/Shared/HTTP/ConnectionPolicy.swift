import Domain
import Observability

/// What holds for every request of one client.
struct ConnectionPolicy: Sendable {
    var limits: HTTPClientLimits
    var userAgent: String
    var caFile: String?
    var hook: PermitSource?
    var told: HTTPClient.Report?

    /// Checks `request` before it stands in line, and completes it.
    func order(_ request: HTTPRequest) throws(HTTPFailure) -> Order {
        var request = request
        if request.headers["User-Agent"] == nil { request.headers["User-Agent"] = userAgent }
        if request.headers["traceparent"] == nil, let trace = TraceContext.current {
            request.headers["traceparent"] = trace.step().traceparent
        }
        try request.validate()
        guard request.permit == nil || hook != nil else {
            throw .invalid("the request asks for a permit, and the client has no hook to ask")
        }
        return Order(request: request, address: try ServerAddress(request.url), policy: self)
    }
}

/// A request that has been checked, with all that a connection needs to carry it out.
struct Order: Sendable {
    let request: HTTPRequest
    let address: ServerAddress
    let policy: ConnectionPolicy
}
