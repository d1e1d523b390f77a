package import Database

extension Operator {
    /// - Parameter bytes: how many of each letter's, from its beginning; nil: all.
    package func deadLetters(
        _ filter: DeadLetterFilter, bytes: Int? = nil
    ) async throws(OperatorFailure) -> [DeadLetterRow] {
        try await ask { () async throws(DatabaseError) in try await database.run(ListDeadLetters(filter, bytes: bytes)) }
    }

    /// The ids of all that a filter means, however many.
    package func deadLetterIDs(_ filter: DeadLetterFilter) async throws(OperatorFailure) -> [Int64] {
        try await ask { () async throws(DatabaseError) in try await database.run(FindDeadLetters(filter)) }
    }

    /// Throws dead letters away.
    ///
    /// - Returns: how many there were.
    package func discard(_ ids: [Int64]) async throws(OperatorFailure) -> Int {
        try await ask { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) -> Int in
                let count = try await transaction.execute(DiscardDeadLetters(ids: ids))
                let named = ids.prefix(20).map(String.init).joined(separator: " ")
                if count > 0 { try await note("dead discard", "\(count): \(named)", in: transaction) }
                return count
            }
        }
    }
}
