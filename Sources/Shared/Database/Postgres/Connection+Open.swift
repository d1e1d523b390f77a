import CPostgres

extension Connection {
    /// Connects and sets the session up.
    ///
    /// - Throws: `.unavailable`, `.wrongCredentials`, `.deadline`, `.cancelled`, or `.refused` (no such database).
    static func open(
        _ settings: SessionSettings, interrupt: Interrupt, until deadline: Deadline
    ) throws(DatabaseError) -> Connection {
        // Later words win: ours before the URL are defaults, ours after it are law.
        let words = [
            ("keepalives_idle", "15"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "30000"), ("dbname", settings.url.text),
            ("application_name", settings.application), ("client_encoding", "UTF8"),
        ]
        guard let handle = unsafe start(words) else { throw .unavailable("no memory left") }
        let connection = unsafe Connection(owning: handle, url: settings.url, interrupt: interrupt)
        try connection.establish(until: deadline)
        try connection.script(settings.setUp, until: deadline)
        return connection
    }

    private static func start(_ words: [(String, String)]) -> OpaquePointer? {
        let memory = words.flatMap { Array($0.0.utf8CString) + Array($0.1.utf8CString) }
        return unsafe memory.withUnsafeBufferPointer { memory -> OpaquePointer? in
            guard var next = memory.baseAddress else { return nil }
            var keys: [UnsafePointer<CChar>?] = unsafe []
            var values: [UnsafePointer<CChar>?] = unsafe []
            for (key, value) in words {
                unsafe keys.append(next)
                unsafe values.append(next + key.utf8.count + 1)
                unsafe next += key.utf8.count + value.utf8.count + 2
            }
            unsafe keys.append(nil)
            unsafe values.append(nil)
            return unsafe PQconnectStartParams(&keys, &values, 1)
        }
    }

    private func establish(until deadline: Deadline) throws(DatabaseError) {
        unsafe withHandle {
            // The errors of connecting come as text only; this makes it hold their SQLSTATE.
            _ = unsafe PQsetErrorVerbosity($0, PQERRORS_VERBOSE)
            _ = unsafe PQsetNoticeReceiver($0, { _, _ in }, nil)
        }
        if unsafe withHandle({ unsafe PQstatus($0) == CONNECTION_BAD }) { throw failure() }
        var direction = Socket.Direction.writing
        while true {
            switch socket.wait(for: direction, until: deadline) {
            case .ready: break
            case .late: throw .deadline
            case .interrupted: throw .cancelled
            }
            switch unsafe withHandle({ unsafe PQconnectPoll($0) }) {
            case PGRES_POLLING_READING: direction = .reading
            case PGRES_POLLING_WRITING: direction = .writing
            case PGRES_POLLING_OK:
                unsafe withHandle {
                    _ = unsafe PQsetErrorVerbosity($0, PQERRORS_DEFAULT)
                    _ = unsafe PQsetnonblocking($0, 1)
                }
                return
            default: throw failure()
            }
        }
    }

    private func failure() -> DatabaseError {
        let (text, needsPassword) = unsafe withHandle {
            unsafe (String(cString: PQerrorMessage($0)), PQconnectionNeedsPassword($0) == 1)
        }
        if needsPassword { return .wrongCredentials }
        let message = url.redact(text)
        guard let state = ConnectFailure.state(in: message) else { return .unavailable(message) }
        return DatabaseError(state, message: message, constraint: nil)
    }
}
