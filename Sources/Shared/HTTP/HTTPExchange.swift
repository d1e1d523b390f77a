/// A request and how it ended, for whoever counts calls.
public struct HTTPExchange: Sendable {
    public var request: HTTPRequest
    public var outcome: Result<HTTPResponse, HTTPFailure>
    /// From the moment a connection was free until the end, less the time spent in the client's hook.
    public var took: Duration

    public init(request: HTTPRequest, outcome: Result<HTTPResponse, HTTPFailure>, took: Duration) {
        self.request = request
        self.outcome = outcome
        self.took = took
    }
}
