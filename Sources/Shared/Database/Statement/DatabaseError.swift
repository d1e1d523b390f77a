/// Why the database did not do what was asked, sorted by what the caller does next.
public enum DatabaseError: Error, Sendable, Equatable {
    /// It cannot be reached now: refused, lost, starting or stopping, full. Wait and come again. A lone statement that
    /// was under way when the connection was lost may have been done; a transaction was not.
    case unavailable(String)
    /// Not done in time; the statement was cancelled and its session thrown away.
    case deadline
    /// The task was cancelled; so was its statement.
    case cancelled
    /// A serialization failure, a deadlock or a lock not obtained, after the retries that transactions make: try again.
    case retryable(SQLState)
    /// A constraint (unique, foreign key, exclusion, check) forbids it: the caller's question has an answer.
    case conflict(constraint: String, SQLState)
    /// The connection was lost while COMMIT was under way: done or not, only reading will tell.
    case commitUnknown
    /// PostgreSQL refuses the statement: a bug, or a wrong schema. Trying again will not help.
    case refused(SQLState, message: String)
    /// The caller's fault: text with a NUL, a column that is not what the reader expected, a bad URL.
    case misuse(String)
    /// The server does not accept the user or the password.
    case wrongCredentials
}

extension DatabaseError: CustomStringConvertible {
    /// For people; holds no secret and no value of a record.
    public var description: String {
        switch self {
        case .unavailable(let why): "the database cannot be reached: \(why)"
        case .deadline: "the database did not answer in time"
        case .cancelled: "cancelled"
        case .retryable(let state): "transaction conflict (SQLSTATE \(state.code))"
        case .conflict(let constraint, let state): "constraint \(constraint) refuses it (SQLSTATE \(state.code))"
        case .commitUnknown: "the connection was lost during COMMIT"
        case .refused(let state, let message): "PostgreSQL refuses: \(message) (SQLSTATE \(state.code))"
        case .misuse(let why): why
        case .wrongCredentials: "PostgreSQL does not accept the user or the password of DATABASE_URL"
        }
    }
}
