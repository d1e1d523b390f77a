import Database
import TestKit
import Testing

/// Two transactions that meet: the first does its work and stays open until the second waits for one of its locks, or
/// has ended without.
struct Collision {
    let test: TestDatabase

    func run(
        _ first: @Sendable (Transaction) async throws(DatabaseError) -> Void,
        meets second: @escaping @Sendable (Transaction) async throws(DatabaseError) -> Void
    ) async throws {
        let database = test.database
        let ended = Latch()
        let begun = Latch()
        async let rival: Void = {
            await begun.wait()
            defer { ended.open() }
            try await database.transaction(second)
        }()
        try await database.transaction { (transaction) async throws(DatabaseError) in
            defer { begun.open() }
            try await first(transaction)
            begun.open()
            try await waits(or: ended)
        }
        try await rival
    }

    private func waits(or ended: Latch) async throws(DatabaseError) {
        while try await test.database.first(CountWaiting()) == 0, !ended.isOpen { await Task.yield() }
    }
}

/// How many sessions of this database wait for a lock.
struct CountWaiting: Statement {
    static let sql = """
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
        """
    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
