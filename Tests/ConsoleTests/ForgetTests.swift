import Database
import Domain
import Oversight
import Testing

@testable import Console

@Suite("forget")
struct ForgetTests {
    @Test("Every value that is held goes, the pair stays as it stands, and the audit says who")
    func forget() async throws {
        try await Bench.with { bench in
            let pair = try await bench.pair(
                .contact, "301", artis: "IN1", state: .synced, latched: true,
                more: #"snapshot = '{"hubspot": {"email": "a@b.fr"}, "artis": {}}', warnings = '[{"code": "VALUE_NOT_CARRIED", "detail": "phone"}]'"#)
            try await bench.database.script(
                """
                INSERT INTO conflict (pair_id, field, hubspot_value, artis_value, winner, cause) \
                VALUES (\(pair), 'email', 'a@b.fr', 'c@d.fr', 'artis', 'both_changed')
                """)
            try await Forgetting(desk: bench.desk).forget(try RecordName(kind: "contact", id: "artis:IN1"))
            let blank = "snapshot IS NULL AND warnings = '[]' AND state = 'synced' AND latched_at IS NOT NULL AND artis_id = 'IN1'"
            #expect(try await bench.number("SELECT count(*) FROM pair WHERE \(blank)") == 1)
            #expect(try await bench.number("SELECT count(*) FROM conflict WHERE hubspot_value IS NULL AND artis_value IS NULL") == 1)
            #expect(try await bench.number("SELECT count(*) FROM outbox") == 0)
            #expect(try await bench.audit == ["camille forget contact 301"])
        }
    }

    @Test("A record of which nothing is held is said so")
    func nothing() async throws {
        try await Bench.with { bench in
            await #expect(throws: ConsoleFailure.self) {
                try await Forgetting(desk: bench.desk).forget(try RecordName(kind: "contact", id: "301"))
            }
            let audit = try await bench.audit
            #expect(audit.isEmpty)
        }
    }
}
