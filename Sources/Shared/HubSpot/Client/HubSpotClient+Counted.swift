public import Domain
import HTTP

extension HubSpotClient {
    /// The same client, each of whose calls is counted as made for `purpose`, whatever the caller says: a look at what
    /// a worker would do runs the worker's own code, and its calls are not a worker's (calls by purpose).
    public func counted(as purpose: CallPurpose) -> HubSpotClient {
        through(CountedTransport(transport: wire.transport, purpose: purpose))
    }

    func through(_ transport: any HTTPTransport) -> HubSpotClient {
        HubSpotClient(
            wire: HubSpotWire(
                transport: transport, baseURL: wire.baseURL, token: wire.token, pace: wire.pace, clock: wire.clock))
    }

    private init(wire: HubSpotWire) { self.wire = wire }
}

/// Asks the limiter in the name of one purpose.
private struct CountedTransport: HTTPTransport {
    let transport: any HTTPTransport
    let purpose: CallPurpose

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        var request = request
        request.permit?.purpose = purpose
        return try await transport.send(request)
    }
}
