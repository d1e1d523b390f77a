import Database
import TestKit
import Testing

@Suite struct ConnectionTests {
    @Test("A URL that is none is refused without being quoted", arguments: ["", "mysql://u:hush@h/d", "postgresql://u:hush@h/d?hush=1"])
    func badURL(url: String) async throws {
        let error = await failure { try Database(url: url, connections: 1, application: "tests") }
        guard case .misuse(let why)? = error else { return #expect(error == .misuse("")) }
        #expect(!why.contains("hush"))
    }

    @Test("Nobody listening is unavailable, and the password stays out of the error")
    func nobodyListens() async throws {
        let database = try Database(url: "postgresql://u:hush-hush@127.0.0.1:1/d", connections: 1, application: "tests")
        let error = await failure { try await database.run(EchoText(value: "")) }
        guard case .unavailable(let why)? = error else { return #expect(error == .unavailable("")) }
        #expect(!why.contains("hush") && why.contains("refused"))
    }

    @Test("A wrong password is told from a server that is away")
    func wrongPassword() async throws {
        let url = try TestDatabase.serverURL()
        let at = try #require(url.firstIndex(of: "@"))
        let colon = try #require(url[..<at].lastIndex(of: ":"))
        let wrong = url[...colon] + "wrong" + url[at...]
        let database = try Database(url: String(wrong), connections: 1, application: "tests")
        await #expect(throws: DatabaseError.wrongCredentials) { try await database.run(EchoText(value: "")) }
    }

    @Test("A late statement ends at its deadline, here and on the server, and the next one runs")
    func deadline() async throws {
        try await TestDatabase.with(migrated: false) { test in
            let hasty = try Database(url: test.url, connections: 1, application: "tests", deadline: .seconds(5))
            defer { hasty.close() }
            let before = ContinuousClock.now
            await #expect(throws: DatabaseError.deadline) { try await hasty.run(Sleep(seconds: 30)) }
            #expect(ContinuousClock.now - before < .seconds(20))
            try await expect("next") { try await hasty.first(EchoText(value: "next")) }
            try await eventually("the server still sleeps") {
                try await test.database.first(CountRunning(part: "pg_sleep")) == 0
            }
        }
    }

    @Test("A cancelled task's statement ends at once, here and on the server")
    func cancelled() async throws {
        try await TestDatabase.with(connections: 2, migrated: false) { test in
            let sleeper = Task { try await test.database.run(Sleep(seconds: 30)).count }
            try await eventually("it does not run") { try await test.database.first(CountRunning(part: "pg_sleep")) == 1 }
            sleeper.cancel()
            await #expect(throws: DatabaseError.cancelled) { try await sleeper.value }
            try await eventually("it still runs") { try await test.database.first(CountRunning(part: "pg_sleep")) == 0 }
        }
    }

    @Test("A session that ended while idle is replaced before anybody notices")
    func idleLoss() async throws {
        try await TestDatabase.with(connections: 1, migrated: false) { test in
            for round in 1...3 {
                await #expect(throws: DatabaseError.self) { try await test.database.run(KillMyself()) }
                try await expect("\(round)") { try await test.database.first(EchoText(value: "\(round)")) }
            }
        }
    }

    @Test("The pool is bounded: whoever finds no session in time is told")
    func bounded() async throws {
        try await TestDatabase.with(connections: 1, migrated: false) { test in
            let small = try Database(url: test.url, connections: 1, application: "tests", deadline: .seconds(3))
            let (held, released) = (Counter(), Counter())
            try await withThrowingTaskGroup { group in
                group.addTask {
                    try await small.transaction { (_) async throws(DatabaseError) in
                        held.next()
                        try? await eventually("never released") { released.value > 0 }
                    }
                }
                try await eventually("never held") { held.value > 0 }
                await #expect(throws: DatabaseError.deadline) { try await small.run(EchoText(value: "")) }
                let impatient = Task { try await small.first(EchoText(value: "")) }
                impatient.cancel()
                await #expect(throws: DatabaseError.cancelled) { try await impatient.value }
                let waiting = Task { try await small.first(EchoText(value: "after")) }
                released.next()
                try await expect("after") { try await waiting.value }
                try await group.waitForAll()
            }
            small.close()
            await #expect(throws: DatabaseError.self) { try await small.run(EchoText(value: "")) }
        }
    }

    @Test("Sessions keep UTC, quiet servers and time-outs of their own")
    func setUp() async throws {
        try await TestDatabase.with(migrated: false, deadline: .seconds(7)) { test in
            let expected = [
                "TimeZone": "UTC", "client_min_messages": "warning", "statement_timeout": "12s",
                "idle_in_transaction_session_timeout": "1min", "application_name": "tests",
            ]
            for (name, value) in expected {
                try await expect(value) { try await test.database.first(Setting(name: name)) }
            }
        }
    }
}
