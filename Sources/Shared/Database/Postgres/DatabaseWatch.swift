/// What a database tells of its work, for whoever counts it; must answer at once.
public struct DatabaseWatch: Sendable {
    public enum Outcome: String, Sendable, CaseIterable {
        case committed
        case rolledBack = "rolled_back"
        /// The connection was lost during COMMIT.
        case unknown
    }

    /// A transaction has ended; the time is of all its attempts, the wait for a session included.
    public var transaction: @Sendable (Outcome, Duration) -> Void
    /// A session was opened again after a loss.
    public var reconnected: @Sendable () -> Void

    public init(
        transaction: @escaping @Sendable (Outcome, Duration) -> Void, reconnected: @escaping @Sendable () -> Void
    ) {
        self.transaction = transaction
        self.reconnected = reconnected
    }

    /// Tells nobody.
    public static let silent = DatabaseWatch(transaction: { _, _ in }, reconnected: {})
}
