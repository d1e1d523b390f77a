import Crypto
import Domain
import FoundationEssentials
import Runtime

/// Signs what browsers keep for us, and checks what they bring back.
///
/// The keys are derived from the password (RFC 5869): all replicas share them, and a new password ends every session.
/// Without a password they are drawn anew by each process.
struct Seal: Sendable {
    private let sessions: SymmetricKey
    private let forms: SymmetricKey

    init(password: Secret?) {
        let root = password.map { SymmetricKey(data: Data($0.exposed.utf8)) } ?? SymmetricKey(size: .bits256)
        sessions = Self.key(root, "passerelle dashboard session 1")
        forms = Self.key(root, "passerelle dashboard form 1")
    }

    private static func key(_ root: SymmetricKey, _ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root, salt: Data("passerelle".utf8), info: Data(purpose.utf8), outputByteCount: 32)
    }

    /// `<begun>.<seen>.<nonce>.<name>.<signature>`, the last three in base64url.
    func cookie(_ session: Session) -> String {
        let name = Base64URL.encode(Array(session.name.utf8))
        let text = "\(session.begunAt.milliseconds).\(session.seenAt.milliseconds).\(session.nonce).\(name)"
        return "\(text).\(sign(text, with: sessions))"
    }

    /// - Returns: nil unless the cookie was signed by us, whatever its age.
    func session(_ cookie: String) -> Session? {
        guard cookie.utf8.count <= 1024, let dot = cookie.lastIndex(of: ".") else { return nil }
        let text = String(cookie[..<dot])
        guard isSigned(text, cookie[cookie.index(after: dot)...], with: sessions) else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, let begun = Int64(parts[0]), let seen = Int64(parts[1]),
            let name = Base64URL.decode(parts[3])
        else { return nil }
        return Session(
            name: String(decoding: name, as: UTF8.self), nonce: String(parts[2]), begunAt: Instant(milliseconds: begun),
            seenAt: Instant(milliseconds: seen))
    }

    /// What every form of a session carries.
    func token(for session: Session) -> String { sign(session.nonce, with: forms) }

    func isToken(_ token: String, of session: Session) -> Bool { isSigned(session.nonce, token[...], with: forms) }

    /// Sixteen bytes that nobody guesses.
    static func nonce() -> String {
        SymmetricKey(size: .bits128).withUnsafeBytes { Base64URL.encode(Array($0)) }
    }

    private func sign(_ text: String, with key: SymmetricKey) -> String {
        Base64URL.encode(Array(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)))
    }

    /// In constant time.
    private func isSigned(_ text: String, _ signature: Substring, with key: SymmetricKey) -> Bool {
        guard let bytes = Base64URL.decode(signature) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(Data(bytes), authenticating: Data(text.utf8), using: key)
    }
}
