import Database
import TestKit
import Testing

@Suite struct DutyTests {
    private func take(_ owner: String, _ name: String = "sweep", on test: TestDatabase) async throws -> Bool {
        try await test.database.first(TakeDuty(name, owner: owner, duration: .seconds(60))) != nil
    }

    @Test("A duty is one process's, who keeps it by asking again; whoever dies loses it when the time is up")
    func oneOwner() async throws {
        try await TestDatabase.with { test in
            #expect(try await take("a", on: test))
            #expect(try await !take("b", on: test))
            #expect(try await take("a", on: test))
            #expect(try await take("b", "poll", on: test), "another duty is another's")
            try await test.database.script("UPDATE duty SET until = now() - interval '1 second'")
            #expect(try await take("b", on: test))
            #expect(try await !take("a", on: test))
        }
    }

    @Test("A process that ends hands back its duties, and nobody else's")
    func leaves() async throws {
        try await TestDatabase.with { test in
            #expect(try await take("a", on: test))
            #expect(try await take("b", "poll", on: test))
            try await test.database.execute(LeaveDuties(owner: "a"))
            #expect(try await take("c", on: test))
            #expect(try await !take("c", "poll", on: test))
        }
    }

    @Test("Of 20 processes that want a duty, one gets it")
    func crowd() async throws {
        try await TestDatabase.with(connections: 10) { test in
            let database = test.database
            let owners = try await withThrowingTaskGroup { group in
                for owner in 0..<20 {
                    group.addTask {
                        try await database.first(TakeDuty("sweep", owner: "\(owner)", duration: .seconds(60))) != nil
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(owners == 1)
        }
    }
}
