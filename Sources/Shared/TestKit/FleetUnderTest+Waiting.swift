import Database
public import FoundationEssentials
public import HTTP

/// Waiting for events, never for time: a test goes on when what people did has reached the fleet and nothing is left to
/// do about it.
extension FleetUnderTest {
    /// Waits until a search of each type that began after every change up to now could be found by it has been accepted.
    public func polled(within seconds: Int = 60) async throws {
        let lag = try await sandbox.hubspot(.get, "hubspot/settings")["search_lag_ms"]?.int ?? 0
        let from = Int(Date().timeIntervalSince1970 * 1_000_000) + lag * 1_000
        let before = try await sandbox.hubspot(.get, "calls")["last"]?.int ?? 0
        try await until(within: seconds, "a poll of every type") {
            let calls = try await self.sandbox.hubspot(.get, "calls?system=hubspot&since=\(before)")["calls"]?.array ?? []
            let searches = Self.cursors.compactMap { path, cursor -> (String, Int)? in
                calls.first { $0["path"]?.string == path && $0["arrived_at_us"]?.int ?? 0 >= from }
                    .map { (cursor, $0["arrived_at_us"]?.int ?? 0) }
            }
            guard searches.count == Self.cursors.count else { return false }
            return try await self.database.first(CursorsMoved(since: searches)) == searches.count
        }
    }

    private static let cursors = [
        "companies": "company", "deals": "deal", "contacts": "contact", "calls": "call", "meetings": "meeting",
        "emails": "email",
    ].map { ("/crm/v3/objects/\($0.key)/search", "poll.\($0.value)") }

    /// Waits until ingest has polled every type once: what is made from here on is told by later polls only.
    ///
    /// - Parameter begun: polls before it do not count.
    public func polledOnce(since begun: Date = .distantPast, within seconds: Int = 30) async throws {
        let moment = Int(begun.timeIntervalSince1970 * 1_000_000)
        try await until(within: seconds, "a first poll of every type") {
            try await self.database.first(CursorsMoved(since: Self.cursors.map { ($0.1, moment) })) == Self.cursors.count
        }
    }

    /// HubSpot tells every change by webhooks from here on.
    ///
    /// - Parameter more: further settings of `POST /sandbox/webhooks`.
    public func tellByWebhooks(_ more: [String: JSON] = [:]) async throws {
        let address: [String: JSON] = ["url": .string(receiver)]
        try await sandbox.hubspot(.post, "webhooks", .object(address.merging(more) { _, own in own }))
    }

    /// Where ingest takes webhooks.
    public var receiver: String { "http://\(environment["INGEST_LISTEN"] ?? "")/webhooks/hubspot" }

    /// Waits until every event has been delivered, or polls have found every change where no webhooks are sent, the feed
    /// of artis has been read, and nothing is pending; also what the work itself has caused on both sides.
    /// - Parameter discoveries: false where nothing hangs on the companies: their discovery takes a second or two.
    public func settled(within seconds: Int = 40, discoveries: Bool = true) async throws {
        let tells = try await sandbox.hubspot(.get, "webhooks")["url"]?.string != nil
        if !tells { try await polled(within: seconds) }
        try await until(within: seconds, "the delivery of all that changed, and an answer to it") {
            guard try await self.isAnswered(tells: tells, discoveries: discoveries) else { return false }
            // What was written meanwhile is told, too.
            return try await self.isAnswered(tells: tells, discoveries: discoveries)
        }
    }

    private func isAnswered(tells: Bool, discoveries: Bool) async throws -> Bool {
        if tells {
            guard try await delivered() else { return false }
        }
        guard try await fed() else { return false }
        return try await database.first(CountUnanswered(discoveries: discoveries)) == 0
    }

    /// Whether no event waits to be delivered.
    public func delivered() async throws -> Bool {
        let queue = try await sandbox.hubspot(.get, "webhooks")
        return queue["waiting"]?.int == 0 && queue["deliveries_under_way"]?.int == 0
    }

    /// Waits until every change that was accepted is answered: one look at the database suffices, since whatever leads
    /// to more work does so in one transaction.
    public func quiet(within seconds: Int = 40, discoveries: Bool = true) async throws {
        try await until(within: seconds, "an answer to every change") {
            try await self.database.first(CountUnanswered(discoveries: discoveries)) == 0
        }
    }
}

/// Changes that are not answered, companies below which something is to be found, and hints that are on their way.
private struct CountUnanswered: Statement {
    var discoveries: Bool

    static let sql = """
        SELECT (SELECT count(*) FROM pair WHERE wanted > applied OR ($1 AND discovery IS NOT NULL))
            + (SELECT count(*) FROM outbox)
        """

    var parameters: [Parameter] { [.bool(discoveries)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
}

/// How many of these cursors were moved after the moments given, in microseconds since 1970.
private struct CursorsMoved: Statement {
    var since: [(name: String, moment: Int)]

    static let sql = """
        SELECT count(*) FROM cursor JOIN unnest($1::text[], $2::bigint[]) AS s (name, moment) USING (name)
        WHERE updated_at > to_timestamp(moment / 1e6)
        """

    var parameters: [Parameter] { [.textArray(since.map(\.name)), .intArray(since.map { Int64($0.moment) })] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
}
