import Synchronization

/// A session for a caller that owns its thread and may block it: the limiter, inside libcurl's callback.
///
/// Never for async code. Opened on first use, and again after a loss.
public final class BlockingSession: Sendable {
    private let settings: SessionSettings
    private let interrupt = Interrupt()
    private let connection = Mutex<Connection?>(nil)

    /// - Parameter longest: no call's deadline is longer; the server's own time-out follows from it.
    /// - Throws: `.misuse` when the URL is none.
    public init(url: String, application: String, longest: Duration) throws(DatabaseError) {
        settings = SessionSettings(
            url: try DatabaseURL(url), application: application, deadline: longest, deathCheck: .milliseconds(500))
    }

    /// Runs one statement, on the calling thread.
    public func run<S: Statement>(_ statement: S, within time: Duration) throws(DatabaseError) -> [S.Row] {
        try timed(statement, within: time).rows
    }

    /// Runs one statement, and tells how long that took by this process's clock, without connecting and preparing.
    func timed<S: Statement>(
        _ statement: S, within time: Duration
    ) throws(DatabaseError) -> (rows: [S.Row], took: Duration) {
        let deadline = Deadline(in: min(time, settings.deadline))
        return try connection.withLock { connection in
            Result { () throws(DatabaseError) -> (rows: [S.Row], took: Duration) in
                let standing = try stand(&connection, until: deadline)
                _ = try standing.prepare(S.self, until: deadline)
                let asked = ContinuousClock.now
                let rows = try standing.run(statement, until: deadline).rows
                return (rows, ContinuousClock.now - asked)
            }
        }.get()
    }

    /// Ends the call that is under way with `.cancelled`, from another thread; for good.
    public func interruptForGood() { interrupt.fire() }

    private func stand(_ connection: inout Connection?, until deadline: Deadline) throws(DatabaseError) -> Connection {
        if let connection, connection.isAlive() { return connection }
        connection = nil
        let opened = try Connection.open(settings, interrupt: interrupt, until: deadline)
        connection = opened
        return opened
    }
}
