import Crypto
import FoundationEssentials
import Runtime

/// `DASHBOARD_PASSWORD`, compared without telling by the time it takes how much of a guess was right, nor how long the
/// password is: what is compared are two authentication codes under a key of this process.
struct Password: Sendable {
    private let key = SymmetricKey(size: .bits256)
    private let code: Data

    init(_ secret: Secret) {
        code = Data(HMAC<SHA256>.authenticationCode(for: Data(secret.exposed.utf8), using: key))
    }

    func matches(_ typed: String) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(typed.utf8), using: key)
    }
}
