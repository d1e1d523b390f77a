/// Where a server listens: a host and a port; port 0 lets the system choose.
public struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
    public let host: String
    public let port: Int

    static let allowed = "host:port, such as 127.0.0.1:8080, 0.0.0.0:8080 or [::1]:8080"

    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// - Returns: nil unless the text is `host:port`; an IPv6 host stands in brackets.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty, host.allSatisfy({ $0.isLetter || $0.isNumber || ".-_:%".contains($0) }) else { return nil }
        self.init(host: String(host), port: Int(port))
    }

    /// Only this machine can reach it.
    public var isLoopback: Bool { Loopback.contains(host) }

    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
