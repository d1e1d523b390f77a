import Database
import Domain
import TestKit
import Testing

/// R6: a company is settled as a duplicate while the holder lets its SIRET go; it never sleeps under a free SIRET.
@Suite struct DuplicateRaceTests {
    private struct Meeting: Sendable {
        var holder: Pair
        var loser: Pair
        let siret = "35600000000048"

        init(on test: TestDatabase) async throws {
            let siret = siret
            holder = try await test.lease(try await test.plant(.company) { $0.siret = siret })
            loser = try await test.lease(try await test.plant(.company) { $0.hubspot_id = "1" })
            _ = try await test.database.run(SeeSIRETs([(company: "1", siret: siret)]))
            (holder.state, holder.reason, holder.siret) = (.stopped, .deletedInHubSpot, nil)
            (loser.state, loser.reason) = (.blocked, .siretDuplicate)
        }

        func letGo(in transaction: Transaction) async throws(DatabaseError) {
            _ = try await transaction.run(SettlePairs([Settlement(pair: holder)]))
            _ = try await transaction.run(RetryDuplicates(of: [siret], lane: .live))
        }

        /// What the loser's worker commits, having read the holder before.
        func block(in transaction: Transaction) async throws(DatabaseError) {
            let held = try await transaction.run(HoldDuplicates(of: [(loser.id, nil)]))
            _ = try await transaction.run(SettlePairs([Settlement(pair: loser, answers: held == [loser.id])]))
        }
    }

    @Test("R6 A company that is blocked while its SIRET is let go is woken by the holder")
    func blocksFirst() async throws {
        try await TestDatabase.with { test in
            let meeting = try await Meeting(on: test)
            try await Collision(test: test).run(meeting.block(in:), meets: meeting.letGo(in:))
            #expect(try await test.see(meeting.loser.id).isUnanswered)
        }
    }

    @Test("R6 A company that is blocked just after its SIRET was let go finds it free")
    func letsGoFirst() async throws {
        try await TestDatabase.with { test in
            let meeting = try await Meeting(on: test)
            try await Collision(test: test).run(meeting.letGo(in:), meets: meeting.block(in:))
            #expect(try await test.see(meeting.loser.id).isUnanswered)
        }
    }
}
