import Database
import Domain
import TestKit

extension TestDatabase {
    /// Gives `body` a limiter with a pace of its own.
    static func withLimiter(
        _ pace: Pace, patience: Duration = .seconds(30), _ body: (TestDatabase, Limiter) async throws -> Void
    ) async throws {
        try await with { test in
            try await test.database.setPace(pace)
            let limiter = try Limiter(url: test.url, application: "limiter-test", patience: patience)
            defer { limiter.close() }
            try await body(test, limiter)
        }
    }

    /// Every permit that was given, oldest first.
    func stamps() async throws -> [PermitStamp] { try await database.timeline(since: Instant(microseconds: 0)) }
}

extension Limiter {
    /// Asks on a thread of its own.
    func ask(_ purpose: CallPurpose = .read, lane: Lane = .live, search: Bool = false) async -> PermitVerdict {
        await onThread { self.permit(PermitRequest(purpose: purpose, lane: lane, search: search)) }
    }
}

/// How many hold or await the limiter's main lock.
struct LineLength: Statement {
    static let sql = "SELECT line_length(3)"
    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}

/// A zone in which it is `minute` minutes past midnight now.
struct ZoneAt: Statement {
    var minute: Int
    static let sql = """
        SELECT '<T>' || CASE WHEN east < 0 THEN '+' ELSE '-' END || to_char(abs(east) * interval '1 minute', 'HH24:MI')
        FROM (SELECT (($1::int - date_part('minute', now()) - 60 * date_part('hour', now()))::int + 2160) % 1440 - 720
            AS east) AS offsets
        """
    var parameters: [Parameter] { [.int(minute)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}

/// The server's clock.
struct ServerNow: Statement {
    static let sql = "SELECT clock_timestamp()"
    static func decode(_ row: RowReader) throws(DatabaseError) -> Instant { try row.instant(0) }
}
