import Synchronization
import TestKit
import Testing

@testable import Database

@Suite struct WatchTests {
    @Test("Who watches hears of every transaction, how it ended, and of sessions that had to be opened again")
    func watch() async throws {
        try await TestDatabase.with { test in
            let heard = Heard()
            let watch = DatabaseWatch(
                transaction: { outcome, took in if took > .zero { heard.outcomes.withLock { $0.append(outcome) } } },
                reconnected: { heard.losses.add(1, ordering: .relaxed) })
            let database = try Database(url: test.url, connections: 1, application: "watched", watch: watch)
            defer { database.close() }
            try await database.transaction { (transaction) async throws(DatabaseError) in
                _ = try await transaction.first(BackendPID())
            }
            await #expect(throws: DatabaseError.misuse("no")) {
                try await database.transaction { (_) async throws(DatabaseError) in throw .misuse("no") }
            }
            #expect(heard.outcomes.withLock { $0 } == [.committed, .rolledBack])
            #expect(heard.losses.load(ordering: .relaxed) == 0)
            try await test.database.script(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'watched'")
            _ = try await database.first(BackendPID())
            #expect(heard.losses.load(ordering: .relaxed) == 1)
        }
    }
}

private final class Heard: Sendable {
    let outcomes = Mutex<[DatabaseWatch.Outcome]>([])
    let losses = Atomic<Int>(0)
}

private struct BackendPID: Statement {
    static let sql = "SELECT pg_backend_pid()::bigint"
    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
