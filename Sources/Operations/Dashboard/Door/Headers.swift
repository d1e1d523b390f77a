import HTTPTypes
import Hummingbird

/// What every answer says to the browser: run nothing but our one script, be framed by nobody, keep nothing, tell no
/// stranger. The referrer stays within the site, not away: browsers send no honest `Origin` with a form of a page that
/// sends no referrer at all, and the gate asks for it.
enum Headers {
    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
        "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    private static let all: [(HTTPField.Name, String)] = [
        ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    /// A year, once somebody has come by HTTPS: browsers then ask for nothing else here. Plain HTTP is told nothing, for a
    /// dashboard without TLS before it is called so.
    private static let encrypted = "max-age=31536000"

    static func add(to response: inout Response, isSecure: Bool) {
        if isSecure { response.headers[.strictTransportSecurity] = encrypted }
        for (name, value) in all { response.headers[name] = value }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }
}
