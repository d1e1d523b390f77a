import Database
import Domain
import TestKit
import Testing

/// Invariant 1 at the gate: no dependant sleeps under an open company, however the two transactions meet.
@Suite struct WakeUpTests {
    /// The two rows that meet: a company about to open, and a dependant about to park on it.
    private struct Meeting: Sendable {
        var company: Pair
        var dependant: Pair

        init(on test: TestDatabase) async throws {
            company = try await test.lease(try await test.plant(.company))
            dependant = try await test.lease(try await test.plant(.contact))
            company.state = .synced
            (dependant.state, dependant.reason, dependant.companyID) = (.waiting, .companyNotSynced, company.id)
        }

        /// What the company's worker commits.
        func open(in transaction: Transaction) async throws(DatabaseError) {
            _ = try await transaction.run(SettlePairs([Settlement(pair: company, latches: true)]))
            _ = try await transaction.run(ReleaseDependants(of: [company.id], lane: .live))
        }

        /// What the dependant's worker commits.
        func park(in transaction: Transaction) async throws(DatabaseError) {
            guard let row = try await transaction.run(HoldCompanies([company.id])).first else { return }
            let rows = try await transaction.run(SettlePairs([Settlement(pair: dependant, answers: !row.isOpen)]))
            if rows.first?.unanswered == true {
                try await transaction.execute(HintPairs(pairs: [dependant.id], lane: .live))
            }
        }

        /// Awake: there is work left, and a hint of it on its way.
        func isAwake(on test: TestDatabase) async throws -> Bool {
            let hinted = try await test.hints(of: dependant.id).contains(where: \.isDue)
            return try await test.see(dependant.id).isUnanswered && hinted
        }
    }

    @Test("R13 A dependant that parks while its company opens is woken by the company")
    func parksFirst() async throws {
        try await TestDatabase.with { test in
            let meeting = try await Meeting(on: test)
            try await Collision(test: test).run(meeting.park(in:), meets: meeting.open(in:))
            #expect(try await meeting.isAwake(on: test))
        }
    }

    @Test("R13 A dependant that parks just after its company opened finds it open")
    func opensFirst() async throws {
        try await TestDatabase.with { test in
            let meeting = try await Meeting(on: test)
            try await Collision(test: test).run(meeting.open(in:), meets: meeting.park(in:))
            #expect(try await meeting.isAwake(on: test))
        }
    }

    @Test("R13 Of 200 meetings at full speed, none leaves a sleeper")
    func rounds() async throws {
        try await TestDatabase.with(connections: 6) { test in
            let database = test.database
            for _ in 0..<200 {
                let meeting = try await Meeting(on: test)
                async let parked: Void = database.transaction(meeting.park(in:))
                async let opened: Void = database.transaction(meeting.open(in:))
                _ = try await (parked, opened)
                try #require(try await meeting.isAwake(on: test))
            }
        }
    }
}
