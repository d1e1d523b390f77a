import Database
import Domain
import TestKit
import Testing

/// R21: an activity is settled while a contact that it is linked with latches; whichever commits first, the link is
/// made.
@Suite struct LinkRaceTests {
    private struct Meeting: Sendable {
        var activity: Pair
        var contact: Pair

        init(on test: TestDatabase) async throws {
            activity = try await test.lease(try await test.plant(.call))
            contact = try await test.lease(try await test.plant(.contact))
            (activity.state, contact.state) = (.synced, .synced)
        }

        /// What the activity's worker commits: it wrote the activity when the contact was not synced yet.
        func settle(in transaction: Transaction) async throws(DatabaseError) {
            guard let id = contact.hubspotID else { return }
            let links = [ActivityLink(activity: activity.id, kind: .contact, hubspotID: id)]
            let missed = try await transaction.run(HoldLinkTargets(links))
            _ = try await transaction.run(SettlePairs([Settlement(pair: activity, latches: true)]))
            try await transaction.execute(ReplaceLinks(of: [activity.id], links: links))
            if !missed.isEmpty { _ = try await transaction.run(WantPairs(pairs: [activity.id], lane: .live)) }
        }

        /// What the contact's worker commits.
        func latch(in transaction: Transaction) async throws(DatabaseError) {
            _ = try await transaction.run(SettlePairs([Settlement(pair: contact, latches: true)]))
            _ = try await transaction.run(WantLinkedActivities(linkedTo: [contact.id], lane: .live))
        }
    }

    @Test("R21 An activity settled while its contact latches is looked at again")
    func settlesFirst() async throws {
        try await TestDatabase.with { test in
            let meeting = try await Meeting(on: test)
            try await Collision(test: test).run(meeting.settle(in:), meets: meeting.latch(in:))
            #expect(try await test.see(meeting.activity.id).isUnanswered)
        }
    }

    @Test("R21 An activity settled just after its contact latched is looked at again")
    func latchesFirst() async throws {
        try await TestDatabase.with { test in
            let meeting = try await Meeting(on: test)
            try await Collision(test: test).run(meeting.latch(in:), meets: meeting.settle(in:))
            #expect(try await test.see(meeting.activity.id).isUnanswered)
        }
    }

    @Test("R21 Of 100 meetings at full speed, none loses its link")
    func rounds() async throws {
        try await TestDatabase.with(connections: 6) { test in
            let database = test.database
            for _ in 0..<100 {
                let meeting = try await Meeting(on: test)
                async let settled: Void = database.transaction(meeting.settle(in:))
                async let latched: Void = database.transaction(meeting.latch(in:))
                _ = try await (settled, latched)
                try #require(try await test.see(meeting.activity.id).isUnanswered)
            }
        }
    }
}
