public import HTTP
public import Runtime

/// The port of artis.net (artis-port.md). Repeats nothing: what comes after a failure is the caller's to decide.
public struct ArtisClient: Sendable {
    let wire: ArtisWire

    /// - Parameter baseURL: without a slash at the end.
    public init(transport: any HTTPTransport, baseURL: String, key: Secret) {
        wire = ArtisWire(transport: transport, baseURL: baseURL, key: key)
    }

    /// What our writes say of their cause (`X-Origine`), so that the feed tells them from everybody else's (R25). A
    /// trace may follow.
    public static let origin = "passerelle"

    public static func origin(trace: String?) -> String { trace.map { "\(origin);\($0)" } ?? origin }
}
