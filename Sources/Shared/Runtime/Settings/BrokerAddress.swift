/// Where RabbitMQ is, from `amqp://user:password@host:port/vhost`.
public struct BrokerAddress: Sendable, Hashable, CustomStringConvertible {
    public let secure: Bool
    public let host: String
    public let port: Int
    public let user: String
    public let password: Secret
    /// Decoded: `%2F` in the URL is `/`. No path, or an empty one, means `/` too.
    public let virtualHost: String

    static let allowed =
        "amqp://user:password@host:port/vhost, or amqps://… for TLS; / in a virtual host is written %2F"

    public init(
        secure: Bool = false, host: String, port: Int? = nil, user: String = "guest",
        password: Secret = Secret("guest"),
        virtualHost: String = "/"
    ) {
        self.secure = secure
        self.host = host
        self.port = port ?? (secure ? 5671 : 5672)
        self.user = user
        self.password = password
        self.virtualHost = virtualHost
    }

    public init?(_ text: String) {
        guard let url = CredentialURL(text, schemes: ["amqp", "amqps"]) else { return nil }
        guard !url.path.dropFirst().contains("/") else { return nil }
        let virtualHost = String(url.decodedPath.dropFirst())
        self.init(
            secure: url.scheme == "amqps", host: url.host, port: url.port, user: url.user ?? "guest",
            password: url.password ?? Secret("guest"), virtualHost: virtualHost.isEmpty ? "/" : virtualHost)
    }

    /// Without credentials.
    public var description: String { "\(secure ? "amqps" : "amqp")://\(host):\(port) \(virtualHost)" }
}
