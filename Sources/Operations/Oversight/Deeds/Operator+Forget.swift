import Database

extension Operator {
    /// Erases what is held of a record's values.
    ///
    /// - Returns: whether anything was held.
    package func forget(_ record: RecordName) async throws(OperatorFailure) -> Bool {
        let find = FindStanding(kinds: record.kinds, system: record.system, externalID: record.id)
        return try await ask { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) -> Bool in
                let rows = try await transaction.run(find)
                guard !rows.isEmpty, !(try await transaction.run(ErasePairs(rows.map(\.id), stops: false))).isEmpty
                else { return false }
                try await note("forget", rows.map(\.label).joined(separator: ", "), in: transaction)
                return true
            }
        }
    }
}
