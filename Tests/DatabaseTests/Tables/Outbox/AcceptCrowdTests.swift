import Database
import Domain
import TestKit
import Testing

@Suite struct AcceptCrowdTests {
    private static let ids = (1...30).map { ID<HubSpotRecord>("\($0)") }

    @Test("Any number of acceptors lose no change")
    func acceptors() async throws {
        try await TestDatabase.with(connections: 12) { test in
            let database = test.database
            try await withThrowingTaskGroup { group in
                for _ in 0..<24 {
                    group.addTask {
                        for _ in 0..<5 {
                            let changes = Self.ids.shuffled().map { Change(kind: .contact, hubspotID: $0) }
                            try await accept(changes, database)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let pairs = try await database.run(FindPairs(kind: .contact, hubspotIDs: Self.ids))
            #expect(pairs.count == Self.ids.count)
            #expect(pairs.allSatisfy { $0.wanted == 120 })
            for pair in pairs { #expect(try await test.hints(of: pair.id).map(\.version) == [120]) }
        }
    }

    @Test("Acceptors, lessees and whoever wakes pairs go on beside each other, and every change counts once")
    func oneOrder() async throws {
        try await TestDatabase.with(connections: 12) { test in
            let database = test.database
            // Ids in the order opposite to that of the pairs' own keys.
            var pairs: [PairID] = []
            for id in Self.ids.map(\.rawValue).sorted().reversed() {
                pairs.append(try await test.plant(.contact) { $0.hubspot_id = id })
            }
            let known = pairs
            try await withThrowingTaskGroup { group in
                for worker in 0..<4 {
                    group.addTask {
                        for _ in 0..<40 {
                            let changes = Self.ids.shuffled().map { Change(kind: .contact, hubspotID: $0) }
                            try await accept(changes, database)
                        }
                    }
                    group.addTask {
                        for _ in 0..<40 { try await asCallersDo(WantPairs(pairs: known.shuffled(), lane: .live), database) }
                    }
                    group.addTask {
                        for _ in 0..<40 {
                            let lease = LeasePairs(pairs: known.shuffled(), owner: "\(worker)", duration: .zero)
                            try await asCallersDo(lease, database)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await test.see(known[0]).wanted == 321)
        }
    }

    /// The relays' statements are alone, and not tried again: one that was part of a ring of waits would show as
    /// `.retryable`.
    @Test("Relays wait for nobody, whoever accepts and hints beside them")
    func relaysToo() async throws {
        try await TestDatabase.with(connections: 12) { test in
            let database = test.database
            let changes = Self.ids.map { Change(kind: .contact, hubspotID: $0) }
            let pairs = try await database.run(AcceptChanges(changes, lane: .live))
            try await withThrowingTaskGroup { group in
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<40 { try await accept(changes.shuffled(), database) }
                    }
                    group.addTask {
                        for turn in 0..<40 {
                            let rows = try await database.run(ClaimOutbox(limit: 50, claim: .seconds(30))).shuffled()
                            if turn.isMultiple(of: 2) { try await database.execute(DropConfirmed(rows)) } else {
                                try await database.execute(ReleaseClaims(rows, pause: .zero))
                            }
                        }
                    }
                    group.addTask {
                        for _ in 0..<40 { try await asCallersDo(HintPairs(pairs: pairs.shuffled(), lane: .live), database) }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    private func accept(_ changes: [Change], _ database: Database) async throws {
        try await asCallersDo(AcceptChanges(changes, lane: .live), database)
    }

    /// In a transaction, which tries a ring of waits again: pairs that are new to two callers have no order that both
    /// could know.
    private func asCallersDo(_ statement: some Statement, _ database: Database) async throws {
        try await database.transaction { (transaction) async throws(DatabaseError) in
            _ = try await transaction.answer(statement)
        }
    }
}
