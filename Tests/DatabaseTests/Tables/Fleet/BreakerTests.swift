import Database
import Domain
import TestKit
import Testing

@Suite struct BreakerTests {
    private func probe(_ system: System = .artis, on test: TestDatabase) async throws -> Int64? {
        try await test.database.first(ClaimProbe(system))
    }

    private func probeIsDue(on test: TestDatabase) async throws {
        try await test.database.script("UPDATE breaker SET probe_at = now() WHERE probe_at IS NOT NULL")
    }

    private func nextProbe(on test: TestDatabase) async throws -> Double {
        try #require(try await test.database.first(SecondsToProbe()))
    }

    @Test("A breaker opens for one system, keeps the moment, and closes")
    func opens() async throws {
        try await TestDatabase.with { test in
            func breaker(_ system: System) async throws -> Breaker? {
                try await test.database.run(ReadBreakers()).first { $0.system == system }
            }
            #expect(try await breaker(.artis)?.openedAt == nil)
            try await test.database.execute(OpenBreaker(.artis, cause: "503"))
            let opened = try #require(try await breaker(.artis)?.openedAt)
            try await test.database.execute(OpenBreaker(.artis, cause: "timeout"))
            #expect(try await breaker(.artis)?.openedAt == opened)
            #expect(try await breaker(.artis)?.cause == "timeout")
            #expect(try await breaker(.hubspot)?.openedAt == nil)
            #expect(try await test.database.execute(CloseBreaker(.artis)) == 1)
            #expect(try await breaker(.artis)?.openedAt == nil)
            #expect(try await test.database.execute(CloseBreaker(.artis)) == 0)
        }
    }

    @Test("Of many callers one probes; nobody probes a system that answers, or before the time")
    func oneProbe() async throws {
        try await TestDatabase.with(connections: 10) { test in
            #expect(try await probe(on: test) == nil)
            try await test.database.execute(OpenBreaker(.artis, cause: "503"))
            #expect(try await probe(on: test) == nil, "too soon")
            try await probeIsDue(on: test)
            let database = test.database
            let probes = try await withThrowingTaskGroup { group in
                for _ in 0..<20 { group.addTask { try await database.first(ClaimProbe(.artis)) } }
                return try await group.reduce(into: [Int64]()) { $0 += [$1].compactMap(\.self) }
            }
            #expect(probes == [1])
        }
    }

    @Test("Probes come after 1, 2, 4 … 60 seconds; failures of others change nothing; an answer starts anew")
    func backsOff() async throws {
        try await TestDatabase.with { test in
            let pauses = try await test.database.transaction { (transaction) async throws(DatabaseError) in
                // A transaction's clock stands still, so that pauses are exact.
                var pauses: [Double] = []
                for _ in 0..<2 {
                    try await transaction.execute(OpenBreaker(.artis, cause: "503"))
                    for _ in 0..<8 {
                        try await transaction.execute(OpenBreaker(.artis, cause: "503"))
                        pauses += try await transaction.run(SecondsToProbe())
                        try await transaction.script("UPDATE breaker SET probe_at = now()", within: .seconds(10))
                        _ = try await transaction.run(ClaimProbe(.artis))
                    }
                    try await transaction.execute(CloseBreaker(.artis))
                }
                return pauses
            }
            #expect(pauses == [1, 2, 4, 8, 16, 32, 60, 60, 1, 2, 4, 8, 16, 32, 60, 60])
        }
    }

    @Test("R23 A moment that the system named is when the next probe is due")
    func notBefore() async throws {
        try await TestDatabase.with { test in
            try await test.database.execute(OpenBreaker(.artis, cause: "503"))
            try await test.database.execute(OpenBreaker(.artis, cause: "quota", notBefore: .now + .seconds(3600)))
            #expect(try await nextProbe(on: test) > 3500)
        }
    }
}

private struct SecondsToProbe: Statement {
    static let sql = "SELECT extract(epoch FROM probe_at - now()) FROM breaker WHERE system = 'artis'"
    static func decode(_ row: RowReader) throws(DatabaseError) -> Double { try row.double(0) }
}
