public import HTTP
public import Runtime

/// HubSpot's API, as far as Passerelle calls it. Every call asks the limiter first, by the transport's hook.
///
/// Follows pages and splits batches, but repeats nothing: what comes after a failure is the caller's to decide.
public struct HubSpotClient: Sendable {
    let wire: HubSpotWire

    /// - Parameters:
    ///   - baseURL: without a slash at the end.
    ///   - token: of a private app.
    public init(transport: any HTTPTransport, baseURL: String, token: Secret, pace: HubSpotPace) {
        wire = HubSpotWire(transport: transport, baseURL: baseURL, token: token, pace: pace, clock: WallClock.now)
    }
}
