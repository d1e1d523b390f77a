/// A plain `http` address: the sandbox talks to this machine only.
struct LoopbackURL: Sendable {
    let host: String
    let port: Int
    /// With the query; "/" at least.
    let target: String

    init?(_ text: String) {
        guard text.hasPrefix("http://") else { return nil }
        let rest = text.dropFirst(7)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, parts.count <= 2 else { return nil }
        guard let port = parts.count == 2 ? Int(parts[1]) : 80 else { return nil }
        self.host = String(host)
        self.port = port
        let path = String(rest.dropFirst(authority.count))
        target = path.hasPrefix("/") ? path : "/" + path
    }
}
