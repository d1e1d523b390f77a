import Database
import Domain
import TestKit
import Testing

@Suite struct ReferenceTests {
    private func claim(_ key: String = "owners", on test: TestDatabase) async throws -> Bool {
        try await test.database.first(ClaimReference(key: key, maxAge: .seconds(300))) != nil
    }

    private func keep(_ value: String, on test: TestDatabase) async throws -> Bool? {
        try await test.database.first(KeepReference(key: "owners", value: value))
    }

    @Test("One of 20 gets to fetch what was never fetched")
    func crowd() async throws {
        try await TestDatabase.with(connections: 10) { test in
            let database = test.database
            let won = try await withThrowingTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await database.first(ClaimReference(key: "owners", maxAge: .seconds(300))) != nil
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(won == 1)
        }
    }

    @Test("What is young enough is not claimed; old, or wanted since, it is")
    func due() async throws {
        try await TestDatabase.with { test in
            #expect(try await claim(on: test))
            _ = try await keep("[1]", on: test)
            #expect(try await !claim(on: test))
            try await test.database.script("UPDATE reference SET fetched_at = now() - interval '301 seconds'")
            #expect(try await claim(on: test))
            #expect(try await !claim(on: test), "somebody is fetching it")
            _ = try await keep("[1]", on: test)
            try await test.database.script("UPDATE reference SET fetched_at = now() - interval '60 seconds'")
            #expect(try await !claim(on: test))
            try await test.database.execute(WantReferences(["owners", "stages"], atMost: .seconds(30)))
            #expect(try await claim(on: test))
        }
    }

    @Test("A claim whose fetcher died ends by itself")
    func claimEnds() async throws {
        try await TestDatabase.with { test in
            #expect(try await claim(on: test))
            try await test.database.script("UPDATE reference SET claimed_until = now() - interval '1 second'")
            #expect(try await claim(on: test))
        }
    }

    @Test("Keeping tells whether the value differs, whatever the order of its keys")
    func changed() async throws {
        try await TestDatabase.with { test in
            #expect(try await keep(#"{"a": 1, "b": 2}"#, on: test) == true)
            #expect(try await keep(#"{"b": 2,   "a": 1}"#, on: test) == false)
            #expect(try await keep(#"{"a": 1, "b": 3}"#, on: test) == true)
            #expect(try await claim("labels", on: test))
            let rows = try await test.database.run(ReadReferences())
            #expect(rows.first { $0.key == "owners" }?.value == #"{"a": 1, "b": 3}"#)
            #expect(rows.first { $0.key == "labels" }?.value == nil)
        }
    }

    @Test("A thousand records with one unknown value cause one fetch")
    func noStorm() async throws {
        try await TestDatabase.with { test in
            func want() async throws -> Int {
                try await test.database.execute(WantReferences(["owners"], atMost: .seconds(30)))
            }
            _ = try await keep("1", on: test)
            #expect(try await want() == 0, "it was fetched just now")
            try await test.database.script("UPDATE reference SET fetched_at = now() - interval '31 seconds'")
            #expect(try await want() == 1)
            for _ in 0..<5 { #expect(try await want() == 0) }
            #expect(try await claim(on: test))
            _ = try await keep("1", on: test)
            #expect(try await want() == 0)
            #expect(try await !claim(on: test))
        }
    }
}
