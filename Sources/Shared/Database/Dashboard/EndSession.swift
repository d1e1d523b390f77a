public import Domain

/// Somebody signed out: the cookie counts no more, until it would have ended by itself. What has ended meanwhile goes.
public struct EndSession: Statement {
    public var nonce: String
    public var until: Instant

    public init(_ nonce: String, until: Instant) {
        self.nonce = nonce
        self.until = until
    }

    public static let sql = """
        WITH old AS (DELETE FROM ended_session WHERE until < now())
        INSERT INTO ended_session (nonce, until) VALUES ($1, $2) ON CONFLICT (nonce) DO NOTHING
        """

    public var parameters: [Parameter] { [.text(nonce), .instant(until)] }
}
