import Runtime

/// One place in the pool: a connection that is opened on first use and again after a loss, on a queue of its own.
actor Session {
    private nonisolated let queue = QueueExecutor(label: "passerelle.database")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe queue.asUnownedSerialExecutor() }

    let settings: SessionSettings
    private let interrupt = Interrupt()
    private var connection: Connection?
    private var hasConnected = false
    /// Counts transactions, so that one that has ended is told from the one under way.
    private var number = 0
    private var open: OpenTransaction?

    private struct OpenTransaction {
        let number: Int
        /// What the body may have swallowed: PostgreSQL answers COMMIT with a rollback then.
        var firstError: DatabaseError?
    }

    init(settings: SessionSettings) { self.settings = settings }

    /// One statement on its own.
    func run<S: Statement>(
        _ statement: S, within time: Duration, call: Cancellation
    ) -> Result<Answer<S.Row>, DatabaseError> {
        perform(within: time, call: call) { connection, deadline throws(DatabaseError) in
            try connection.run(statement, until: deadline)
        }
    }

    /// One statement of the transaction `number`.
    func run<S: Statement>(
        _ statement: S, in number: Int, within time: Duration, call: Cancellation
    ) -> Result<Answer<S.Row>, DatabaseError> {
        inTransaction(number, within: time, call: call) { connection, deadline throws(DatabaseError) in
            try connection.run(statement, until: deadline)
        }
    }

    func script(_ sql: String, within time: Duration, call: Cancellation) -> Result<Void, DatabaseError> {
        perform(within: time, call: call) { connection, deadline throws(DatabaseError) in
            try connection.script(sql, until: deadline)
        }
    }

    func script(_ sql: String, in number: Int, within time: Duration, call: Cancellation) -> Result<Void, DatabaseError> {
        inTransaction(number, within: time, call: call) { connection, deadline throws(DatabaseError) in
            try connection.script(sql, until: deadline)
        }
    }

    func prepare(_ type: any Statement.Type, within time: Duration, call: Cancellation) -> Result<Void, DatabaseError> {
        perform(within: time, call: call) { connection, deadline throws(DatabaseError) in
            _ = try connection.prepare(type, until: deadline)
        }
    }

    /// - Returns: the number that names the transaction from here on.
    func begin(_ isolation: Isolation, within time: Duration, call: Cancellation) -> Result<Int, DatabaseError> {
        perform(within: time, call: call) { connection, deadline throws(DatabaseError) in
            try connection.script("BEGIN ISOLATION LEVEL \(isolation.rawValue)", until: deadline)
        }.map {
            number += 1
            open = OpenTransaction(number: number)
            return number
        }
    }

    /// Not to be interrupted: from here on only the answer tells what was done.
    func commit(within time: Duration) -> Result<Void, DatabaseError> {
        defer { open = nil }
        guard let connection, connection.isUsable else { return .failure(open?.firstError ?? .unavailable("the connection was lost")) }
        do throws(DatabaseError) {
            let tag = try connection.script("COMMIT", until: Deadline(in: time)).commandTag
            if tag == "COMMIT" { return .success(()) }
            return .failure(open?.firstError ?? .misuse("COMMIT was answered with \(tag)"))
        } catch {
            if !connection.isUsable { self.connection = nil }
            switch error {
            case .unavailable, .deadline, .cancelled: return .failure(.commitUnknown)
            default: return .failure(error)
            }
        }
    }

    func rollback(within time: Duration) {
        open = nil
        do throws(DatabaseError) { try connection?.script("ROLLBACK", until: Deadline(in: time)) } catch { connection = nil }
    }

    private func inTransaction<R: Sendable>(
        _ number: Int, within time: Duration, call: Cancellation,
        _ body: (Connection, Deadline) throws(DatabaseError) -> R
    ) -> Result<R, DatabaseError> {
        guard let open, open.number == number else { return .failure(.misuse("the transaction has ended")) }
        if connection == nil { return .failure(open.firstError ?? .unavailable("the connection was lost")) }
        let result = perform(within: time, call: call, body)
        if case .failure(let error) = result { self.open?.firstError = open.firstError ?? error }
        return result
    }

    /// The one door to the connection: opens it where there is none, and drops it once it is of no more use.
    private func perform<R: Sendable>(
        within time: Duration, call: Cancellation, _ body: (Connection, Deadline) throws(DatabaseError) -> R
    ) -> Result<R, DatabaseError> {
        Result { () throws(DatabaseError) -> R in
            try call.begin(interrupt)
            defer { call.end() }
            let deadline = Deadline(in: time)
            let connection = try standing(until: deadline)
            defer { if !connection.isUsable { self.connection = nil } }
            return try body(connection, deadline)
        }
    }

    private func standing(until deadline: Deadline) throws(DatabaseError) -> Connection {
        if let connection, open != nil || connection.isAlive() { return connection }
        connection = nil
        let opened = try Connection.open(settings, interrupt: interrupt, until: deadline)
        connection = opened
        if hasConnected { settings.watch.reconnected() }
        hasConnected = true
        return opened
    }
}
