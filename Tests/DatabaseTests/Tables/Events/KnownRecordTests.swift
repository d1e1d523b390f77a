import Database
import Domain
import TestKit
import Testing

@Suite struct KnownRecordTests {
    private func find(_ id: String, _ kind: Kind = .call, _ test: TestDatabase) async throws -> KnownRecord? {
        try await test.database.first(FindKnownRecords([RecordKey(kind: kind, id: ID(id))]))
    }

    @Test("What is known of a record: what was synced, what is being written, what it hangs on")
    func known() async throws {
        try await TestDatabase.with { test in
            let company = try await test.plantOpenCompany { $0.hubspot_id = "50" }
            let pair = try await test.plant(.call) {
                ($0.hubspot_id, $0.company_id, $0.state, $0.latched, $0.applied) = ("1", company, .synced, true, 1)
                $0.warnings = [Warning(.personUnmatched, detail: "person")]
            }
            try await test.database.script(
                """
                UPDATE pair SET hubspot_modified = now(), echo = '{"subject": "Rappel", "body": null}',
                    snapshot = '{"hubspot": {"subject": "Point"}, "artis": {"subject": "Autre"}}' WHERE id = \(pair);
                INSERT INTO link VALUES (\(pair), 'contact', '7', 'hubspot'), (\(pair), 'deal', 'A7', 'artis')
                """)
            let known = try #require(try await find("1", .call, test))
            #expect(known.isLatched && known.isRead && known.isSettled)
            #expect(known.synced == [.subject: "Point"] && known.warnings.count == 1)
            #expect(known.echo["subject"] == "Rappel" && known.echo["body"] == .some(nil) && known.echo["date"] == nil)
            #expect(known.company == "50" && known.links == [RecordKey(kind: .contact, id: "7")])
            #expect(try await find("1", .meeting, test) == nil)
        }
    }

    @Test("R25 A pair is settled only while it is synced, answered, and in nobody's hands", arguments: [
        "wanted = wanted + 1", "lease_until = now()", "state = 'blocked'",
    ])
    func unsettled(change: String) async throws {
        try await TestDatabase.with { test in
            _ = try await test.plant(.call) { ($0.hubspot_id, $0.state, $0.applied) = ("1", .synced, 1) }
            #expect(try await find("1", .call, test)?.isSettled == true)
            try await test.database.script("UPDATE pair SET \(change)")
            #expect(try await find("1", .call, test)?.isSettled == false)
        }
    }
}
