/// PostgreSQL's five-character error code (its manual, appendix A).
public struct SQLState: Sendable, Hashable {
    public let code: String

    public init(_ code: String) { self.code = code }

    /// The first two characters.
    public var category: String { String(code.prefix(2)) }

    public static let serializationFailure = SQLState("40001")
    public static let deadlockDetected = SQLState("40P01")
    public static let lockNotAvailable = SQLState("55P03")
    public static let queryCanceled = SQLState("57014")
    public static let uniqueViolation = SQLState("23505")
    public static let foreignKeyViolation = SQLState("23503")
    public static let checkViolation = SQLState("23514")
    public static let exclusionViolation = SQLState("23P01")
    public static let protocolViolation = SQLState("08P01")
    public static let idleInTransaction = SQLState("25P03")
}
