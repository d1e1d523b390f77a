import HTTP

extension HubSpotClient {
    /// The same client, and somebody who hears of every single call that HubSpot was made: a read of a thousand records
    /// is ten. What the limiter did not let go was no call.
    public func telling(_ made: @escaping @Sendable () -> Void) -> HubSpotClient {
        through(ToldTransport(transport: wire.transport, made: made))
    }
}

private struct ToldTransport: HTTPTransport {
    let transport: any HTTPTransport
    let made: @Sendable () -> Void

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        do throws(HTTPFailure) {
            let response = try await transport.send(request)
            made()
            return response
        } catch {
            if error.mayHaveBeenSent { made() }
            throw error
        }
    }
}
