import Database
import Domain
import HubSpot
import TestKit
import Testing

@testable import Ingest

/// What events leave in the rows, in one transaction.
@Suite("Events that nothing else tells")
struct AcceptEventsTests {
    private func accept(_ changes: [WebhookChange], _ test: TestDatabase) async throws {
        let intake = WebhookIntake(changes.map { WebhookEvent($0) })
        try await test.database.transaction { (transaction) async throws(DatabaseError) in
            try await intake.accept(in: transaction, trace: nil)
        }
    }

    private func pair(_ id: String, kind: Kind = .company, _ test: TestDatabase) async throws -> Pair? {
        try await test.database.first(FindPairs(kind: kind, hubspotIDs: [ID(id)]))
    }

    private static let merge = WebhookChange.merged(.company, primary: ID("1"), merged: [ID("2")], new: ID("1"))
    private static let deletion = WebhookChange.deleted(.company, ID("2"))

    @Test("R26 R27 a merge marks its loser, in whatever order merge and deletion come, and however often", arguments: [
        [merge, deletion], [deletion, merge], [merge, deletion, merge], [deletion, merge, deletion],
    ])
    func orders(changes: [WebhookChange]) async throws {
        for together in [true, false] {
            try await TestDatabase.with { test in
                try await accept([.created(.company, ID("1")), .created(.company, ID("2"))], test)
                _ = try await test.database.run(SeeSIRETs([(company: ID("1"), siret: "a"), (company: ID("2"), siret: "b")]))
                if together {
                    try await accept(changes, test)
                } else {
                    for change in changes { try await accept([change], test) }
                }
                let loser = try #require(try await pair("2", test))
                #expect(loser.mergedInto == ID("1") && loser.isMergeLoser && loser.wanted > 1)
                let survivor = try #require(try await pair("1", test))
                #expect(survivor.mergedInto == nil && survivor.wanted > 1)
                #expect(try await test.database.run(FindSIRETs(["a", "b"])).map(\.siret) == ["a"])
            }
        }
    }

    @Test("R26 a merge that makes a new record makes that one known, and takes the winner's pair along")
    func newRecord() async throws {
        try await TestDatabase.with { test in
            try await accept([.created(.company, ID("1"))], test)
            try await accept([.merged(.company, primary: ID("1"), merged: [ID("2")], new: ID("9"))], test)
            let winner = try #require(try await pair("1", test))
            #expect(winner.mergedInto == ID("9") && !winner.isMergeLoser)
            #expect(try await pair("9", test) != nil)
            #expect(try await pair("2", test) == nil, "who has no row is told nothing")
        }
    }

    @Test("R26 a privacy deletion stops the pair, whatever came with it; of a stranger it leaves no row")
    func privacy() async throws {
        try await TestDatabase.with { test in
            try await accept([.created(.contact, ID("1"))], test)
            try await test.database.script(#"UPDATE pair SET snapshot = '{"hubspot": {"email": "x"}, "artis": {}}'"#)
            try await accept([.privacyDeletion(.contact, ID("1")), .deleted(.contact, ID("1")), .privacyDeletion(.contact, ID("2"))], test)
            let erased = try #require(try await pair("1", kind: .contact, test))
            #expect(erased.state == .stopped && erased.reason == .deletedInHubSpot && erased.snapshot == nil)
            #expect(erased.wanted == erased.applied)
            #expect(try await test.outbox().isEmpty)
            #expect(try await pair("2", kind: .contact, test) == nil)
        }
    }

    @Test("R26 below a company that is restored is searched, and who was being looked at meanwhile looks once more")
    func restored() async throws {
        try await TestDatabase.with { test in
            try await accept([.created(.company, ID("1")), .created(.contact, ID("2"))], test)
            try await test.database.script("UPDATE pair SET latched_at = now(), state = 'synced' WHERE kind = 'company'")
            let contact = try #require(try await pair("2", kind: .contact, test))
            _ = try await test.database.run(LeasePairs(pairs: [contact.id], owner: "worker", duration: .seconds(60)))
            try await accept([.restored(.company, ID("1"))], test)
            #expect(try await pair("2", kind: .contact, test)?.wanted == contact.wanted + 1)
            #expect(try await test.database.run(DueDiscoveries(in: .live, limit: 9)).map(\.hubspotID) == [ID("1")])
        }
    }

    @Test("R21 R26 what hung on a record that nobody here knew is looked for where that was merged into", arguments: [false, true])
    func merged(isKnown: Bool) async throws {
        try await TestDatabase.with { test in
            try await accept([.created(.deal, ID("1")), .created(.call, ID("3"))] + (isKnown ? [.created(.deal, ID("2"))] : []), test)
            try await test.database.script("""
                INSERT INTO link (activity_id, kind, system, external_id)
                    SELECT id, 'deal', 'hubspot', '2' FROM pair WHERE kind = 'call';
                UPDATE pair SET applied = wanted;
                UPDATE pair SET latched_at = now(), state = 'synced' WHERE hubspot_id = '1'
                """)
            try await accept([.merged(.deal, primary: ID("1"), merged: [ID("2")], new: nil)], test)
            #expect(try await test.database.run(DueDiscoveries(in: .live, limit: 9)).map(\.hubspotID) == [ID("1")])
            let call = try #require(try await pair("3", kind: .call, test))
            #expect(call.wanted > call.applied)
        }
    }

    @Test("R28 a contact that is deleted, erased or merged away holds its address no longer, known or not", arguments: [
        WebhookChange.deleted(.contact, ID("77")), .privacyDeletion(.contact, ID("77")),
        .merged(.contact, primary: ID("1"), merged: [ID("77")], new: nil),
    ])
    func freed(change: WebhookChange) async throws {
        try await TestDatabase.with { test in
            try await accept([.created(.contact, ID("5")), .created(.contact, ID("6"))], test)
            try await test.database.script("""
                UPDATE pair SET applied = wanted, state = 'blocked', reason = 'CONTACT_DUPLICATE',
                    detail = CASE hubspot_id WHEN '5' THEN '77' ELSE '78' END
                """)
            try await accept([change], test)
            let (blocked, other) = (try await pair("5", kind: .contact, test), try await pair("6", kind: .contact, test))
            #expect(blocked.map { $0.wanted > $0.applied } == true && other.map { $0.wanted > $0.applied } == false)
        }
    }

    @Test("R9 a company that is deleted holds its SIRET no longer")
    func deleted() async throws {
        try await TestDatabase.with { test in
            _ = try await test.database.run(SeeSIRETs([(company: ID("2"), siret: "b")]))
            try await accept([Self.deletion], test)
            #expect(try await test.database.run(FindSIRETs(["b"])).isEmpty)
            #expect(try await pair("2", test)?.wanted == 1)
        }
    }
}
