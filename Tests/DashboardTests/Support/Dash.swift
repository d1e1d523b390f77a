import Database
import Domain
import Logging
import Oversight
import Runtime
import Synchronization
import TestKit
import Testing

@testable import Dashboard

/// A dashboard that serves a database of its own on a port of its own, and a clock that the test turns.
struct Dash {
    let site: Site
    let database: Database
    let port: Int
    let clock: TestClock

    static let password = "correct horse"

    /// - Parameters:
    ///   - password: nil for a dashboard that asks for none.
    ///   - live: what the two systems answer.
    static func with(
        password: String? = nil, migrated: Bool = true, url: String? = nil, live: Site.Live? = nil,
        board: @escaping @Sendable () async -> QueueBoard = { QueueBoard() }, _ body: (Dash) async throws -> Void
    ) async throws {
        try await TestDatabase.with(migrated: migrated) { test in
            let database = try url.map { try Database(url: $0, connections: 1, application: "tests", deadline: .seconds(2)) } ?? test.database
            let clock = TestClock()
            let site = Site(
                database: database, password: password.map { Secret($0) }, board: board, live: live,
                clock: { clock.now }, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
            let (ports, listening) = AsyncStream.makeStream(of: Int.self)
            let server = Server(site: site, listen: ListenAddress(host: "127.0.0.1", port: 0)) { listening.yield($0) }
            let running = Task { try await server.run() }
            let port = try #require(await ports.first { _ in true })
            let result: Result<Void, any Error>
            do { result = .success(try await body(Dash(site: site, database: database, port: port, clock: clock))) } catch {
                result = .failure(error)
            }
            running.cancel()
            _ = await running.result
            if url != nil { database.close() }
            try result.get()
        }
    }

    /// Somebody with a browser of their own; signed in, where a password is asked for.
    func browser(language: String = "en", signedInAs name: String? = "camille") async throws -> Browser {
        let browser = Browser(port: port, language: language)
        if let name, site.isClosed {
            let answer = try await browser.post("/sign-in", ["name": name, "password": Self.password], token: nil)
            #expect(answer.status == 303 && answer.location == "/")
        }
        return browser
    }

    var audit: [String] {
        get async throws { try await database.run(ReadAudit()) }
    }

    @discardableResult
    func pair(_ columns: String, _ values: String) async throws -> PairID {
        try await database.script("INSERT INTO pair (\(columns)) VALUES (\(values))")
        return try #require(try await database.first(LastPair()))
    }

    func count(_ table: String) async throws -> Int {
        try await database.script("CREATE OR REPLACE VIEW asked AS SELECT count(*) AS n FROM \(table)")
        return try await database.first(ReadAsked()) ?? -1
    }
}

/// A clock that stands still until it is turned.
final class TestClock: Sendable {
    private let moment = Mutex(WallClock.now())

    var now: Instant { moment.withLock { $0 } }

    func turn(by time: Duration) { moment.withLock { $0 = $0 + time } }
}
