package import Database

/// A person who runs the fleet, whichever door they came in by. What they do is done in one transaction with the row of
/// the audit that names them; what takes several amends that row in each.
package struct Operator: Sendable {
    package let database: Database
    /// Whom the audit names.
    package let name: String

    package init(_ name: String, at database: Database) {
        self.name = name
        self.database = database
    }

    /// Notes in the audit what was done.
    ///
    /// - Parameter detail: ids and words of ours, never a value of a record.
    /// - Returns: the row.
    @discardableResult
    func note(_ action: String, _ detail: String, in transaction: Transaction) async throws(DatabaseError) -> Int64? {
        try await transaction.first(RecordAction(by: name, action, detail: detail))
    }

    func find(_ record: RecordName) async throws(OperatorFailure) -> StandingRow? {
        let find = FindStanding(kinds: record.kinds, system: record.system, externalID: record.id)
        return try await ask { () async throws(DatabaseError) in try await database.first(find) }
    }
}
