import Database
package import Domain

extension Operator {
    /// Pauses a kind for the whole fleet.
    ///
    /// - Returns: whether that changed anything: twice is once.
    @discardableResult
    package func pause(_ kind: Kind) async throws(OperatorFailure) -> Bool {
        try await turn(PauseKind(kind, by: name), "pause", kind)
    }

    /// Resumes a kind that was paused.
    ///
    /// - Returns: whether that changed anything.
    @discardableResult
    package func resume(_ kind: Kind) async throws(OperatorFailure) -> Bool {
        try await turn(ResumeKind(kind), "resume", kind)
    }

    private func turn(_ statement: some Statement, _ action: String, _ kind: Kind) async throws(OperatorFailure) -> Bool {
        try await ask { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) -> Bool in
                guard try await transaction.first(statement) != nil else { return false }
                try await note(action, kind.rawValue, in: transaction)
                return true
            }
        }
    }
}
