import Database
import Domain
import TestKit
import Testing

/// What programs tell of themselves, and of where they are.
@Suite struct ProgramTests {
    private func beat(_ id: String, held: Int, on test: TestDatabase) async throws {
        try await test.database.execute(
            BeatWorker(id: id, program: "deal-worker", host: "h", pid: 1, version: "1", held: held))
    }

    @Test("The messages that a program's living processes hold are added up; the silent count no longer")
    func held() async throws {
        try await TestDatabase.with { test in
            func sum() async throws -> Int64? { try await test.database.first(HeldMessages())?.held }
            try await beat("a", held: 5, on: test)
            try await beat("b", held: 2, on: test)
            try await beat("a", held: 3, on: test)
            #expect(try await sum() == 5)
            try await test.database.script("UPDATE worker SET seen_at = now() - interval '31 seconds' WHERE id = 'a'")
            #expect(try await sum() == 2)
            try await beat("a", held: 1, on: test)
            #expect(try await sum() == 3)
        }
    }

    @Test("A program that ends leaves no row; those that died without a word go a day later")
    func leaves() async throws {
        try await TestDatabase.with { test in
            for id in ["a", "b", "c"] { try await beat(id, held: 0, on: test) }
            try await test.database.script("UPDATE worker SET seen_at = now() - interval '25 hours' WHERE id = 'c'")
            #expect(try await test.database.execute(LeaveWorkers(id: "a")) == 2)
        }
    }

    @Test("A kind whose webhooks arrived within the hour tells its changes itself")
    func webhooks() async throws {
        try await TestDatabase.with { test in
            func telling() async throws -> Set<Kind> { Set(try await test.database.run(TellingKinds())) }
            try await test.database.execute(NoteWebhooks(of: [.deal, .contact, .deal]))
            #expect(try await telling() == [.deal, .contact])
            #expect(try await test.database.execute(NoteWebhooks(of: [.deal])) == 0, "noted within the minute")
            try await test.database.script(
                "UPDATE cursor SET updated_at = now() - interval '61 minutes' WHERE name = 'webhook.deal'")
            #expect(try await telling() == [.contact])
            #expect(try await test.database.execute(NoteWebhooks(of: [.deal])) == 1)
            #expect(try await telling() == [.deal, .contact])
        }
    }

    @Test("A reader finds the place it reached; the moment of the beginning is fixed by who asks first")
    func cursors() async throws {
        try await TestDatabase.with { test in
            #expect(try await test.database.first(ReadCursor("feed")) == nil)
            try await test.database.execute(MoveCursor("feed", to: #"{"after": 1}"#))
            try await test.database.execute(MoveCursor("feed", to: #"{"after": 2}"#))
            #expect(try await test.database.first(ReadCursor("feed")) == #"{"after": 2}"#)
            let start = try #require(try await test.database.first(StartCursor("start")))
            #expect(try await test.database.first(StartCursor("start")) == start)
            #expect(abs((start - .now).components.seconds) < 60)
        }
    }
}
