import Runtime

/// Asks for reference data to be fetched before its time, because a value was met that it does not know. What was
/// fetched within `atMost` is not asked for again: a thousand records with one unknown stage cause one fetch.
public struct WantReferences: Statement {
    public var keys: [String]
    public var atMost: Duration

    public init(_ keys: [String], atMost: Duration) {
        self.keys = keys
        self.atMost = atMost
    }

    public static let sql = """
        UPDATE reference SET wanted_at = now()
        WHERE key = ANY ($1::text[]) AND fetched_at < now() - make_interval(secs => $2 / 1000.0)
            AND (wanted_at IS NULL OR wanted_at <= fetched_at)
        """

    public var parameters: [Parameter] { [.textArray(keys), .int(atMost.milliseconds)] }
}
