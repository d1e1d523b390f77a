#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The address of an HTTP API: scheme, host, port and perhaps a path, without a slash at the end.
public struct BaseURL: Sendable, Hashable, CustomStringConvertible {
    public let description: String
    public let isLoopback: Bool
    public let isSecure: Bool
    /// Empty, or begins with a slash and does not end with one.
    public let path: String

    static let allowed = "https://host[:port][/path]; http:// for this machine only (localhost, 127.0.0.1, [::1])"

    /// - Returns: nil unless the text is an absolute http(s) URL without credentials, query and fragment.
    public init?(_ text: String) {
        guard let parts = URLComponents(string: text.trimmingBlanks()), let scheme = parts.scheme?.lowercased(),
            scheme == "https" || scheme == "http", let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.password == nil, parts.query == nil, parts.fragment == nil, (0...65_535).contains(parts.port ?? 0)
        else { return nil }
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        var path = parts.percentEncodedPath
        while path.hasSuffix("/") { path.removeLast() }
        self.path = path
        isSecure = scheme == "https"
        isLoopback = Loopback.contains(bare)
        let authority = bare.contains(":") ? "[\(bare)]" : bare
        description = "\(scheme)://\(authority)" + (parts.port.map { ":\($0)" } ?? "") + path
    }

    /// - Returns: nil also when credentials would leave this machine in the clear (artis-port.md, TLS).
    public init?(secured text: String) {
        guard let url = BaseURL(text), url.isSecure || url.isLoopback else { return nil }
        self = url
    }

    private init(literal: String, host: String) {
        description = literal
        isSecure = true
        isLoopback = Loopback.contains(host)
        path = ""
    }

    static let hubspot = BaseURL(literal: "https://api.hubapi.com", host: "api.hubapi.com")
    static let standIn = BaseURL(literal: "https://localhost", host: "localhost")
}
