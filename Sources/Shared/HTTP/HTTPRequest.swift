public import Domain

/// One call: what is sent, how long the whole of it may take, and what the limiter is asked before it is sent.
public struct HTTPRequest: Sendable, Equatable {
    public enum Method: String, Sendable, CaseIterable {
        case get = "GET"
        case post = "POST"
        case patch = "PATCH"
        case put = "PUT"
        case delete = "DELETE"
    }

    public var method: Method
    /// Absolute, `http` or `https`, percent-encoded, without user name or password.
    public var url: String
    public var headers: HTTPHeaders
    /// Sent as it is; a POST, PUT or PATCH without one sends an empty body, a GET carries none.
    public var body: [UInt8]?
    /// From the moment a connection is free until the last byte of the answer, less the time spent in the client's
    /// hook: a permit that comes late must not cost the call its answer.
    public var deadline: Duration
    /// What the client's hook is asked; nil when the call needs no permit.
    public var permit: PermitRequest?
    /// Whether it may be sent a second time when a connection from earlier calls dies before it has answered: libcurl does
    /// so by itself, and cannot know whether the server has done the first one. Not for what must not be done twice
    /// (invariant 8): that ends as ``HTTPFailure/interrupted(_:)``. At first: everything but a POST.
    public var isRepeatable: Bool

    public init(
        _ method: Method, _ url: String, headers: HTTPHeaders = [:], body: [UInt8]? = nil,
        deadline: Duration = .seconds(30), permit: PermitRequest? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.deadline = deadline
        self.permit = permit
        isRepeatable = method != .post
    }
}
