public import Domain

/// Ends the claim on a piece of reference data whose fetch failed: from the moment given on, anybody may try again.
public struct PostponeReference: Statement {
    public var key: String
    public var until: Instant

    public init(key: String, until: Instant) {
        self.key = key
        self.until = until
    }

    public static let sql = "UPDATE reference SET claimed_until = $2 WHERE key = $1"

    public var parameters: [Parameter] { [.text(key), .instant(until)] }
}
