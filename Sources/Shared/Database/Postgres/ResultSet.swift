import CPostgres

/// The answer to one statement: sole owner of a `PGresult`.
@safe final class ResultSet {
    private let handle: OpaquePointer

    init(owning handle: OpaquePointer) { unsafe self.handle = handle }

    deinit { unsafe PQclear(handle) }

    var rows: Int { Int(unsafe PQntuples(handle)) }
    var columns: Int { Int(unsafe PQnfields(handle)) }

    /// As PostgreSQL counts them; 0 for commands that count nothing.
    var affected: Int { Int(unsafe String(cString: PQcmdTuples(handle))) ?? 0 }

    /// `COMMIT`, `ROLLBACK`, `INSERT 0 1` …
    var commandTag: String { unsafe String(cString: PQcmdStatus(handle)) }

    func name(of column: Int) -> String {
        unsafe PQfname(handle, Int32(column)).map { unsafe String(cString: $0) } ?? "?"
    }

    /// - Returns: nil for SQL's NULL.
    func value(row: Int, column: Int) -> [UInt8]? {
        let (row, column) = (Int32(row), Int32(column))
        guard unsafe PQgetisnull(handle, row, column) == 0, let start = unsafe PQgetvalue(handle, row, column) else {
            return nil
        }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(handle, row, column)))
        return unsafe Array(bytes)
    }

    /// The one place that reads libpq's result status.
    ///
    /// - Throws: what the server said, sorted; `.unavailable` when the connection ended instead of an answer.
    func check() throws(DatabaseError) {
        switch unsafe PQresultStatus(handle) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_SINGLE_TUPLE: return
        case PGRES_EMPTY_QUERY: throw .misuse("the statement is empty")
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: throw .misuse("COPY is not a statement that rows answer")
        default: break
        }
        guard let state = field("C") else { throw .unavailable("the connection was lost") }
        throw DatabaseError(SQLState(state), message: field("M") ?? "", constraint: field("n"))
    }

    /// A field of the server's error, by its letter in the protocol.
    private func field(_ letter: Unicode.Scalar) -> String? {
        unsafe PQresultErrorField(handle, Int32(letter.value)).map { unsafe String(cString: $0) }
    }
}
