public import Logging
import Synchronization

/// PostgreSQL, as this process uses it: a bounded pool of sessions that come back by themselves after a loss.
///
/// Every call has a deadline; a call that is late or whose task is cancelled is cancelled on the server too. Blocking C
/// runs on queues of the sessions' own.
public final class Database: StatementRunner {
    let settings: SessionSettings
    let logger: Logger
    private let pool: Pool
    let listeners = Mutex<[Interrupt]>([])
    /// Why nothing may be asked at present.
    private let suspended = Mutex<String?>(nil)

    /// Connects to nothing yet.
    ///
    /// - Parameters:
    ///   - url: libpq's, `postgresql://user:password@host:port/database`; it appears in no error and no log.
    ///   - connections: how many sessions at most, opened as they are needed.
    ///   - application: the program's name, for `pg_stat_activity`.
    ///   - deadline: for each statement, connecting and waiting for a session included.
    ///   - watch: is told of transactions and losses.
    /// - Throws: `.misuse` when the URL is none.
    public init(
        url: String, connections: Int, application: String, deadline: Duration = .seconds(10),
        watch: DatabaseWatch = .silent, logger: Logger = Logger(label: "database")
    ) throws(DatabaseError) {
        settings = SessionSettings(
            url: try DatabaseURL(url), application: application, deadline: deadline, watch: watch)
        pool = Pool(size: connections, settings: settings)
        self.logger = logger
    }

    public func answer<S: Statement>(_ statement: S) async throws(DatabaseError) -> Answer<S.Row> {
        try await lent { session, time, call in await session.run(statement, within: time, call: call) }
    }

    /// SQL without values, outside of transactions: for making databases, and for tests.
    package func script(_ sql: String, within time: Duration? = nil) async throws(DatabaseError) {
        try await lent(within: time) { session, time, call in await session.script(sql, within: time, call: call) }
    }

    /// Has the server check a statement against the schema, without running it.
    package func prepare(_ type: any Statement.Type) async throws(DatabaseError) {
        try await lent { session, time, call in await session.prepare(type, within: time, call: call) }
    }

    /// Ends idle sessions and listeners at once, the others when their work is done; later calls are `.unavailable`.
    public func close() {
        pool.close()
        for interrupt in listeners.withLock({ $0 }) { interrupt.fire() }
    }

    /// From here on every call is `.unavailable` for this reason, until it is lifted with nil; what is under way ends.
    public func suspend(because reason: String?) { suspended.withLock { $0 = reason } }

    /// The same database, for whoever looks whether the reason is gone.
    public var beneathSuspension: some StatementRunner { Unsuspended(database: self) }

    func takeSession() async throws(DatabaseError) -> Session {
        try checkSuspension()
        return try await pool.take(within: settings.deadline)
    }

    private func checkSuspension() throws(DatabaseError) {
        if let reason = suspended.withLock({ $0 }) { throw .unavailable(reason) }
    }

    func giveBack(_ session: Session) { pool.give(session) }

    private func lent<R: Sendable>(
        within time: Duration? = nil, suspends: Bool = true,
        _ body: (Session, Duration, Cancellation) async -> Result<R, DatabaseError>
    ) async throws(DatabaseError) -> R {
        if suspends { try checkSuspension() }
        let deadline = Deadline(in: time ?? settings.deadline)
        let session = try await pool.take(within: deadline.left)
        defer { pool.give(session) }
        return try await cancellable { call in await body(session, deadline.left, call) }
    }
}

extension Database {
    fileprivate func answerAlways<S: Statement>(_ statement: S) async throws(DatabaseError) -> Answer<S.Row> {
        try await lent(suspends: false) { session, time, call in
            await session.run(statement, within: time, call: call)
        }
    }
}

private struct Unsuspended: StatementRunner {
    let database: Database

    func answer<S: Statement>(_ statement: S) async throws(DatabaseError) -> Answer<S.Row> {
        try await database.answerAlways(statement)
    }
}
