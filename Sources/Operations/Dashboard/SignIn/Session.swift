import Domain

/// Somebody who is signed in. All of it travels in their cookie, signed (``Seal``), so that any replica of the dashboard
/// knows them and none keeps anything.
struct Session: Sendable, Equatable {
    /// Whom the audit names.
    var name: String
    /// What tells this session from others; its forms are bound to it.
    var nonce: String
    var begunAt: Instant
    /// When a person last asked for a page; what a page fetches by itself does not count.
    var seenAt: Instant

    static let longest = Duration.seconds(12 * 3600)
    static let longestIdle = Duration.seconds(60 * 60)
    /// The cookie is renewed only when it is older than this.
    private static let renewal = Duration.seconds(60)

    func isValid(at now: Instant) -> Bool {
        now - begunAt < Self.longest && now - seenAt < Self.longestIdle
    }

    /// - Returns: nil while the cookie will do as it is.
    func renewed(at now: Instant) -> Session? {
        guard now - seenAt >= Self.renewal else { return nil }
        var session = self
        session.seenAt = now
        return session
    }

    /// As the audit takes it: one line, not long, and few enough bytes for a cookie, of which some characters have dozens;
    /// `dashboard` for nobody in particular.
    static func auditName(_ typed: String?) -> String {
        let scalars = (typed ?? "").unicodeScalars.filter { $0.properties.generalCategory != .control }
        var name = String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ").prefix(60)
        while name.utf8.count > 240 { name.removeLast() }
        return name.isEmpty ? "dashboard" : String(name)
    }
}
