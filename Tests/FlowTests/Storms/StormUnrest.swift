import Database
import TestKit

/// What is still to be done, as the database knows it.
struct StormUnrest: Statement {
    struct Row: Sendable, Equatable {
        var unanswered: Int64
        var retrying: Int64
        var hints: Int64
        /// Companies below which something is to be found: what is found is looked at (R13).
        var discoveries: Int64
        /// Attempts spent by anybody.
        var attempts: Int64
        var repairs: Int64
        var deadLetters: Int64

        var isCalm: Bool { unanswered == 0 && retrying == 0 && hints == 0 && discoveries == 0 }
    }

    static let sql = """
        SELECT (SELECT count(*) FROM pair WHERE wanted > applied),
            (SELECT count(*) FROM pair WHERE state = 'retrying'), (SELECT count(*) FROM outbox),
            (SELECT count(*) FROM pair WHERE discovery IS NOT NULL),
            (SELECT coalesce(sum(attempts), 0)::bigint FROM pair),
            (SELECT coalesce(sum(value), 0)::bigint FROM counter WHERE name = 'repairs'),
            (SELECT count(*) FROM dead_letter)
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            unanswered: try row.int(0), retrying: try row.int(1), hints: try row.int(2), discoveries: try row.int(3), attempts: try row.int(4),
            repairs: try row.int(5), deadLetters: try row.int(6))
    }
}

extension FleetUnderTest {
    var unrest: StormUnrest.Row {
        get async throws {
            guard let row = try await database.first(StormUnrest()) else {
                throw SandboxUnderTest.Refused(description: "the database answered no row")
            }
            return row
        }
    }

    /// Waits until every change is answered, nothing is to be discovered and no hint is left. Asks nothing of the broker, which may be away.
    func calm(within seconds: Int) async throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            let now = try? await unrest
            if let now, now.isCalm { return }
            guard ContinuousClock.now < deadline else {
                throw SandboxUnderTest.Refused(
                    description: "not calm within \(seconds) s: \(now.map { "\($0)" } ?? "no database")")
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }
}
