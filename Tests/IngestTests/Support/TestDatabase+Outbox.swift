import Database
import TestKit

extension TestDatabase {
    /// The versions of the rows that wait to be carried.
    func outbox() async throws -> [Int64] { try await database.run(SeeOutbox()) }

    func letClaimsRunOut() async throws {
        try await database.script("UPDATE outbox SET claimed_until = NULL")
    }
}

private struct SeeOutbox: Statement {
    static let sql = "SELECT ver FROM outbox ORDER BY pair_id"
    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
