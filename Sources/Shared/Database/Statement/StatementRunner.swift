/// Whatever runs statements: the database itself, each statement on its own, or a transaction.
public protocol StatementRunner: Sendable {
    /// Runs one statement and waits for its whole answer.
    func answer<S: Statement>(_ statement: S) async throws(DatabaseError) -> Answer<S.Row>
}

extension StatementRunner {
    /// - Returns: every row of the answer, in order.
    public func run<S: Statement>(_ statement: S) async throws(DatabaseError) -> [S.Row] {
        try await answer(statement).rows
    }

    /// - Returns: the first row of the answer; nil when there is none.
    public func first<S: Statement>(_ statement: S) async throws(DatabaseError) -> S.Row? {
        try await answer(statement).rows.first
    }

    /// - Returns: how many rows the command touched.
    @discardableResult
    public func execute<S: Statement>(_ statement: S) async throws(DatabaseError) -> Int where S.Row == Void {
        try await answer(statement).affected
    }
}
