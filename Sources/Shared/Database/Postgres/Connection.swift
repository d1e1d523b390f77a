import CPostgres

/// One connection to PostgreSQL: sole owner of a `PGconn`, for one thread at a time.
///
/// libpq runs in its non-blocking mode, so that every wait ends: by an answer, at the deadline, or by an interruption.
/// A statement that is late or interrupted is cancelled on the server, and the connection is finished for good.
@safe final class Connection {
    private let handle: OpaquePointer
    let interrupt: Interrupt
    let url: DatabaseURL
    private var prepared: [ObjectIdentifier: String] = [:]
    private var finished = false

    /// Takes over a handle that is already connected, or that is about to be; see `Connection.open`.
    init(owning handle: OpaquePointer, url: DatabaseURL, interrupt: Interrupt) {
        unsafe self.handle = handle
        self.url = url
        self.interrupt = interrupt
    }

    deinit { unsafe PQfinish(handle) }

    func withHandle<R>(_ body: (OpaquePointer) -> R) -> R { unsafe body(handle) }

    var socket: Socket { Socket(descriptor: unsafe PQsocket(handle), interrupt: interrupt) }

    var isUsable: Bool { unsafe !finished && PQstatus(handle) == CONNECTION_OK }

    /// Whether an idle connection still stands: a server that restarted has left its farewell in the socket.
    func isAlive() -> Bool {
        guard isUsable else { return false }
        guard socket.isReadable else { return true }
        return unsafe PQconsumeInput(handle) == 1 && isUsable && !socket.isReadable
    }

    /// The server's name for the statement on this connection, prepared on first use.
    func prepare(_ type: any Statement.Type, until deadline: Deadline) throws(DatabaseError) -> String {
        if let name = prepared[ObjectIdentifier(type)] { return name }
        // Names are cut at 63 bytes, so the number makes them differ; the type's is for whoever reads the server's log.
        let name = "\(String("\(type)".prefix(40)))_\(prepared.count + 1)"
        _ = unsafe try exchange(until: deadline) { unsafe PQsendPrepare($0, name, type.sql, 0, nil) }
        prepared[ObjectIdentifier(type)] = name
        return name
    }

    func run<S: Statement>(_ statement: S, until deadline: Deadline) throws(DatabaseError) -> Answer<S.Row> {
        let block = try ParameterBlock(statement.parameters)
        let name = try prepare(S.self, until: deadline)
        let result = unsafe try exchange(until: deadline) { handle in
            unsafe block.withPointers { count, values, lengths, formats in
                unsafe PQsendQueryPrepared(handle, name, count, values, lengths, formats, 0)
            }
        }
        var rows: [S.Row] = []
        rows.reserveCapacity(result.rows)
        for row in 0..<result.rows { rows.append(try S.decode(RowReader(result: result, row: row))) }
        return Answer(rows: rows, affected: result.affected)
    }

    /// Runs SQL of our own that takes no values; several statements are one transaction unless they say otherwise.
    @discardableResult
    func script(_ sql: String, until deadline: Deadline) throws(DatabaseError) -> ResultSet {
        unsafe try exchange(until: deadline) { unsafe PQsendQuery($0, sql) }
    }

    /// Sends a request, reads its results to the end, and returns the last; the first error wins.
    private func exchange(until deadline: Deadline, _ send: (OpaquePointer) -> Int32) throws(DatabaseError) -> ResultSet {
        guard isUsable else { throw .unavailable("the connection was lost") }
        guard unsafe send(handle) == 1 else { throw refusal() }
        try flush(until: deadline)
        var last: ResultSet?
        var failure: DatabaseError?
        while let result = try next(until: deadline) {
            do throws(DatabaseError) { try result.check() } catch { failure = failure ?? error }
            last = result
        }
        if let failure { throw failure }
        guard let last else { throw .unavailable("the connection was lost") }
        return last
    }

    private func flush(until deadline: Deadline) throws(DatabaseError) {
        while true {
            switch unsafe PQflush(handle) {
            case 0: return
            case 1: try wait(for: .both, until: deadline)
            default: throw refusal()
            }
            if socket.isReadable, unsafe PQconsumeInput(handle) == 0 { throw refusal() }
        }
    }

    private func next(until deadline: Deadline) throws(DatabaseError) -> ResultSet? {
        while unsafe PQisBusy(handle) == 1 {
            try wait(for: .reading, until: deadline)
            // A lost connection ends the loop too: the next result then tells what the server's last words were.
            if unsafe PQconsumeInput(handle) == 0 { break }
        }
        return unsafe PQgetResult(handle).map { unsafe ResultSet(owning: $0) }
    }

    private func wait(for direction: Socket.Direction, until deadline: Deadline) throws(DatabaseError) {
        switch socket.wait(for: direction, until: deadline) {
        case .ready: return
        case .late:
            abandon()
            throw .deadline
        case .interrupted:
            abandon()
            throw .cancelled
        }
    }

    /// Nothing was sent: the connection is gone, or libpq does not take the request.
    private func refusal() -> DatabaseError {
        let message = url.redact(unsafe String(cString: PQerrorMessage(handle)))
        return isUsable ? .misuse(message) : .unavailable(message)
    }

    /// Has the server stop what it is doing, and uses this connection no more.
    private func abandon() {
        finished = true
        cancelOnServer()
    }
}
