/// Where the broker is and who we are there: `amqp://user:password@host:port/virtual-host`.
///
/// Defaults: user and password `guest`, port 5672 (5671 with `amqps`), virtual host `/` (also for a lone closing slash).
/// Every part may be percent-encoded. One parameter is known: `cacertfile`, the authorities that an `amqps` broker is
/// judged by; without it, those of the system.
public struct BrokerAddress: Sendable, Hashable {
    public let host: String
    public let port: UInt16
    public let user: String
    public let password: String
    public let virtualHost: String
    public let usesTLS: Bool
    public let authorities: String

    static let allowed =
        "amqp://user:password@host:port/vhost, or amqps://… for TLS; / in a virtual host is written %2F"

    /// Holds the place of one that is missing, until all faults are told.
    static let standIn = BrokerAddress(
        host: "", port: 0, user: "", password: "", virtualHost: "/", usesTLS: false)

    /// Debian's bundle: librabbitmq 0.11 loads none by itself.
    static let systemAuthorities = "/etc/ssl/certs/ca-certificates.crt"

    package init(
        host: String, port: UInt16, user: String, password: String, virtualHost: String, usesTLS: Bool,
        authorities: String = systemAuthorities
    ) {
        self.host = host
        self.port = port
        self.user = user
        self.password = password
        self.virtualHost = virtualHost
        self.usesTLS = usesTLS
        self.authorities = authorities
    }
}

extension BrokerAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The address without its password: fit for a log.
    public var description: String {
        "\(usesTLS ? "amqps" : "amqp")://\(user):***@\(host):\(port)/\(virtualHost)"
    }

    public var debugDescription: String { description }

    /// A dump shows no more than the description.
    public var customMirror: Mirror { Mirror(self, children: ["address": description]) }
}
