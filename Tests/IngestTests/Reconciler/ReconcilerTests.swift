import Database
import Domain
import Logging
import Pipeline
import Runtime
import TestKit
import Testing

@testable import Ingest

@Suite("R29 The nightly reconciliation")
struct ReconcilerTests {
    private func fleet(_ test: TestDatabase) throws -> Fleet {
        let nowhere = try #require(BaseURL("http://127.0.0.1:9"))
        return try Fleet(
            program: "ingest", width: 1, database: DatabaseSettings(url: Secret(test.url)),
            hubspot: HubSpotSettings(baseURL: nowhere, token: Secret("t")),
            artis: ArtisSettings(baseURL: nowhere, apiKey: Secret("k")),
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
    }

    /// - Parameter text: what the clock shows, in UTC.
    private func reconciler(_ fleet: Fleet, at text: String) throws -> Reconciler {
        let moment = try #require(Instant(rfc3339: text))
        return Reconciler(
            fleet: fleet,
            reconciliation: Reconciliation(fleet.workshop(SyncSettings(), pipeline: nil), trades: [], repairs: true),
            startsAt: TimeOfDay(hour: 2, minute: 30), now: { moment }, offset: { _ in 0 })
    }

    private func night(_ test: TestDatabase) async throws -> Night? {
        try await test.database.first(ReadCursor(Reconciler.cursor)).flatMap(Night.init(_:))
    }

    @Test("It begins at its time, goes through every kind, and is done once a day")
    func once() async throws {
        try await TestDatabase.with { test in
            let fleet = try fleet(test)
            let installed = try await reconciler(fleet, at: "2026-11-25T14:00:00Z").goOn()
            #expect(!installed)
            let early = try await reconciler(fleet, at: "2026-11-26T02:00:00Z").goOn()
            #expect(!early)
            let tonight = try reconciler(fleet, at: "2026-11-26T02:31:00Z")
            for kind in Kind.allCases.dropFirst() {
                let more = try await tonight.goOn()
                #expect(more)
                #expect(try await night(test)?.place == ReconciliationPlace(kind: kind))
            }
            let last = try await tonight.goOn()
            #expect(last)
            let done = try #require(try await night(test))
            #expect(done.place == nil && done.day == "2026-11-26")
            let again = try await tonight.goOn()
            #expect(!again)
            await fleet.close()
        }
    }

    @Test("One process of the fleet does it; another goes on where it was when that one is gone")
    func duty() async throws {
        try await TestDatabase.with(connections: 6) { test in
            let (first, second) = (try fleet(test), try fleet(test))
            try await test.database.execute(
                MoveCursor(Reconciler.cursor, to: Night(day: try #require(Day("2026-11-24")), place: nil).text))
            let one = try await reconciler(first, at: "2026-11-25T03:00:00Z").goOn()
            let other = try await reconciler(second, at: "2026-11-25T03:00:00Z").goOn()
            #expect(one && !other)
            try await test.database.execute(LeaveDuties(owner: first.owner))
            let heir = try await reconciler(second, at: "2026-11-25T03:00:00Z").goOn()
            #expect(heir)
            #expect(try await night(test)?.place == ReconciliationPlace(kind: .contact))
            await first.close()
            await second.close()
        }
    }
}
