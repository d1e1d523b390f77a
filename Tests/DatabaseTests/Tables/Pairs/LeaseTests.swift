import Database
import Domain
import TestKit
import Testing

@Suite struct LeaseTests {
    private func lease(_ pairs: [PairID], _ owner: String, on test: TestDatabase) async throws -> [Pair] {
        try await test.database.run(LeasePairs(pairs: pairs, owner: owner, duration: .seconds(60)))
    }

    @Test("One pair, one writer: whoever comes second gets nothing until the lease runs out, and a higher term then")
    func oneHolder() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant()
            #expect(try await lease([pair], "a", on: test).map(\.term) == [1])
            #expect(try await lease([pair], "b", on: test).isEmpty)
            try await test.letTimePass()
            #expect(try await lease([pair], "b", on: test).map(\.term) == [2])
            #expect(try await test.see(pair).owner == "b")
        }
    }

    @Test("The same batch takes its own lease again, with a new term")
    func sameOwner() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.plant()
            _ = try await lease([pair], "a", on: test)
            #expect(try await lease([pair], "a", on: test).map(\.term) == [2])
        }
    }

    @Test("Only unanswered pairs of kinds that nobody paused are leased")
    func needsWork() async throws {
        try await TestDatabase.with { test in
            let answered = try await test.plant { $0.applied = 1 }
            let paused = try await test.plant(.contact)
            let free = try await test.plant(.deal)
            try await test.pause(.contact)
            #expect(try await lease([answered, paused, free], "a", on: test).map(\.id) == [free])
        }
    }

    @Test("Of many workers that meet a batch, each pair is one's")
    func crowd() async throws {
        try await TestDatabase.with(connections: 10) { test in
            var pairs: [PairID] = []
            for _ in 0..<20 { pairs.append(try await test.plant()) }
            let (all, database) = (pairs, test.database)
            let leased = try await withThrowingTaskGroup { group in
                for worker in 0..<20 {
                    group.addTask {
                        try await database.run(
                            LeasePairs(pairs: all.shuffled(), owner: "\(worker)", duration: .seconds(60))
                        ).map(\.id)
                    }
                }
                return try await group.reduce(into: [PairID]()) { $0 += $1 }
            }
            #expect(leased.sorted() == all.sorted())
        }
    }

    @Test("A lease that was ours is renewed; one that another took, or that was ended, is not")
    func renews() async throws {
        try await TestDatabase.with { test in
            let (kept, lost, ended) = (try await test.plant(), try await test.plant(), try await test.plant())
            let leases = try await lease([kept, lost, ended], "a", on: test).map { (pair: $0.id, term: $0.term) }
            try await test.letTimePass()
            _ = try await lease([lost], "b", on: test)
            try await test.database.script(
                "UPDATE pair SET lease_until = NULL, lease_owner = NULL WHERE id = \(ended)")
            let held = try await test.database.run(RenewLeases(leases: leases, duration: .seconds(60)))
            #expect(held == [kept])
            #expect(try await test.see(kept).isLeased)
            #expect(try await lease([kept], "b", on: test).isEmpty)
        }
    }
}
