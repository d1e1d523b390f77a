#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A URL that may carry a user and a password, taken apart; prints without them.
public struct CredentialURL: Sendable, Hashable, CustomStringConvertible {
    public let scheme: String
    public let user: String?
    public let password: Secret?
    public let host: String
    public let port: Int?
    /// As written, percent-encoded; empty, or begins with a slash.
    public let path: String
    public let decodedPath: String
    public let query: String?

    /// - Parameter schemes: those allowed, in lower case.
    public init?(_ text: String, schemes: Set<String>) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            schemes.contains(scheme),
            let host = parts.host, !host.isEmpty, parts.fragment == nil, (0...65_535).contains(parts.port ?? 0)
        else { return nil }
        self.scheme = scheme
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        user = parts.user
        password = parts.password.map { Secret($0) }
        port = parts.port
        path = parts.percentEncodedPath
        decodedPath = parts.path
        query = parts.percentEncodedQuery
    }

    public var description: String {
        let authority = host.contains(":") ? "[\(host)]" : host
        return "\(scheme)://\(authority)" + (port.map { ":\($0)" } ?? "") + path
    }
}
