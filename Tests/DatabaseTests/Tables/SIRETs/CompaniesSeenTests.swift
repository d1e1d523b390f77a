import Database
import Domain
import TestKit
import Testing

/// R9: a company born in artis is created in HubSpot only once all of HubSpot's were seen.
@Suite struct CompaniesSeenTests {
    private func seen(_ test: TestDatabase) async throws -> Bool? { try await test.database.first(CompaniesSeen()) }

    private func scan(_ value: String, _ test: TestDatabase) async throws {
        try await test.database.script(
            """
            INSERT INTO cursor (name, value) VALUES ('siret.scan', '\(value)')
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }

    @Test("R9 Before the first scan has ended nothing is known to be missing")
    func scanning() async throws {
        try await TestDatabase.with { test in
            #expect(try await seen(test) == false)
            try await scan("{\"after\": \"100\"}", test)
            #expect(try await seen(test) == false)
            try await scan("{\"done\": true}", test)
            #expect(try await seen(test) == true)
        }
    }

    @Test("R9 A company that we have just heard of and not read holds creations up; old ones, read ones, and tiers do not", arguments: [
        ("hubspot_id = '1'", false), ("looked_at = now()", true), ("created_at = now() - interval '2 minutes'", true),
        ("kind = 'deal'", true), ("applied = wanted", true), ("hubspot_id = NULL, artis_id = 'T1'", true),
    ])
    func heard(change: String, isSeen: Bool) async throws {
        try await TestDatabase.with { test in
            try await scan("{\"done\": true}", test)
            _ = try await test.plant(.company) { $0.hubspot_id = "1" }
            try await test.database.script("UPDATE pair SET \(change)")
            #expect(try await seen(test) == isSeen)
        }
    }
}
