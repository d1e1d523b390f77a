import Database
import Domain
import TestKit
import Testing

@Suite struct RestartTests {
    @Test("A process goes on by itself after PostgreSQL restarts: pool, listener and limiter", .timeLimit(.minutes(2)))
    func restart() async throws {
        try await PrivateServer.with { server in
            let url = try await server.url()
            let database = try Database(url: url, connections: 3, application: "tests")
            defer { database.close() }
            _ = try await Migrator().migrate(database)
            try await database.script(Accounts.table)
            try await database.setPace(Pace(delay: .milliseconds(10), windowMax: 10_000))
            let limiter = try Limiter(url: url, application: "tests")
            defer { limiter.close() }
            var heard = database.listen(to: "news").makeAsyncIterator()
            #expect(await heard.next() == .reconnected)
            #expect(await limiter.ask() == .granted)

            let done = Counter()
            let stopped = Counter()
            try await withThrowingTaskGroup { group in
                group.addTask { try await Self.work(on: database, done: done, until: stopped) }
                for commands in [["restart"], ["kill", "start"]] {
                    let before = done.value
                    try await eventually("nothing is done") { done.value > before + 20 }
                    for command in commands { try await server.tell(command) }
                }
                stopped.next()
                try await group.waitForAll()
            }
            // Nothing that was reported done is lost; what was not may be done too.
            let amount = try #require(await database.first(ReadAccount(id: 1)))
            print("database: \(done.value) transactions reported done, \(amount - 100) found, across a restart and a crash")
            #expect(amount >= Int64(100 + done.value))
            #expect(await limiter.ask() == .granted)
            #expect(await heard.next() == .reconnected)
            // Twice when the listener had come back between the two stops.
            var next: Notification?
            repeat {
                try await database.script("NOTIFY news, 'after'")
                next = await heard.next()
            } while next == .reconnected
            #expect(next == .payload("after"))
        }
    }

    private static func work(on database: Database, done: Counter, until stopped: Counter) async throws {
        while stopped.value == 0 {
            do throws(DatabaseError) {
                try await database.transaction { (transaction) async throws(DatabaseError) in
                    _ = try await transaction.execute(AddToAccount(id: 1, amount: 1))
                }
                done.next()
            } catch {
                switch error {
                case .unavailable, .deadline, .commitUnknown: continue
                case .cancelled, .retryable, .conflict, .refused, .misuse, .wrongCredentials: throw error
                }
            }
        }
    }
}
