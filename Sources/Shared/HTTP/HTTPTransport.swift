/// The seam between a vendor's client and the network: `HTTPClient` in programs, a list of answers in tests.
public protocol HTTPTransport: Sendable {
    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse
}
