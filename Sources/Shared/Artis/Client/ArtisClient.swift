public import HTTP
public import Runtime

/// The port of artis.net (artis-port.md). Repeats nothing: what comes after a failure is the caller's to decide.
public struct ArtisClient: Sendable {
    let wire: ArtisWire

    /// - Parameter baseURL: without a slash at the end.
    public init(transport: any HTTPTransport, baseURL: String, key: Secret) {
        wire = ArtisWire(transport: transport, baseURL: baseURL, key: key)
    }
}
