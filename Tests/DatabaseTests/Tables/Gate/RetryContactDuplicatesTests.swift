import Database
import Domain
import TestKit
import Testing

/// R28: a contact that is blocked because another holds its address wakes once that one was looked at again.
@Suite struct RetryContactDuplicatesTests {
    private func retry(_ holders: ID<HubSpotRecord>..., on test: TestDatabase) async throws -> [PairID] {
        try await test.database.run(RetryContactDuplicates(of: holders, lane: .live))
    }

    private func plantBlocked(by holder: String, _ reason: Reason = .contactDuplicate, on test: TestDatabase) async throws -> PairID {
        let pair = try await test.plantHalf(.contact, artis: "IN\(holder)\(reason)") {
            ($0.state, $0.reason, $0.applied) = (.blocked, reason, 1)
        }
        try await test.database.script("UPDATE pair SET detail = '\(holder)' WHERE id = \(pair)")
        return pair
    }

    @Test("R28 Woken is who names the holder, for this reason alone")
    func wakes() async throws {
        try await TestDatabase.with { test in
            let blocked = try await plantBlocked(by: "77", on: test)
            let others = [
                try await plantBlocked(by: "78", on: test), try await plantBlocked(by: "77", .hubspotRefused, on: test),
            ]
            #expect(try await retry("77", "79", on: test) == [blocked])
            #expect(try await test.see(blocked).isUnanswered)
            #expect(try await test.hints(of: blocked).map(\.isDue) == [true])
            for pair in others { #expect(try await !test.see(pair).isUnanswered) }
        }
    }

    @Test("R28 A contact that names itself is not woken by its own look")
    func itself() async throws {
        try await TestDatabase.with { test in
            let pair = try await plantBlocked(by: "77", on: test)
            try await test.database.script("UPDATE pair SET hubspot_id = '77' WHERE id = \(pair)")
            #expect(try await retry("77", on: test) == [])
        }
    }
}
