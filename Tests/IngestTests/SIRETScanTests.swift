import Database
import Domain
import HubSpot
import Runtime
import Synchronization
import TestKit
import Testing

@testable import Ingest

@Suite("The scan of SIRETs at the first start")
struct SIRETScanTests {
    private func reading(_ test: TestDatabase, _ shelf: CompanyShelf) -> SIRETReading {
        SIRETReading(
            database: test.database,
            hubspot: HubSpotClient(transport: shelf, baseURL: "http://hubspot.test", token: Secret("t"), pace: .silent))
    }

    private static let valid = "73282932000074"

    @Test("R9 every company's SIRET is seen page by page, normalised; then the scan has ended, and is not begun again")
    func scans() async throws {
        try await TestDatabase.with { test in
            let shelf = CompanyShelf(["732 829 320 00074", "", "123", Self.valid, "732.829.320-00074"])
            #expect(try await test.database.first(CompaniesSeen()) == false)
            var turns = 1
            while !(try await reading(test, shelf).turn(property: "siret")) { turns += 1 }
            #expect(turns == 3)
            #expect(try await test.database.run(FindSIRETs([Self.valid])).map(\.hubspotID) == [ID("1"), ID("4"), ID("5")])
            #expect(try await test.database.first(CompaniesSeen()) == true)
            #expect(try await reading(test, shelf).turn(property: "siret"))
            #expect(shelf.asked.withLock { $0 }.count == 3)
        }
    }

    @Test("R9 what was seen while a page was on its way is younger, and stays")
    func younger() async throws {
        try await TestDatabase.with { test in
            _ = try await test.database.run(SeeSIRETs([(company: ID("1"), siret: "35600000000048")]))
            _ = try await reading(test, CompanyShelf([Self.valid])).turn(property: "siret")
            #expect(try await test.database.run(FindSIRETs([Self.valid])).isEmpty)
        }
    }

    @Test("a page is kept with its place or not at all, and another process goes on from there")
    func resumes() async throws {
        try await TestDatabase.with { test in
            let shelf = CompanyShelf([Self.valid, Self.valid, Self.valid])
            try await test.database.script(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON cursor FOR EACH ROW EXECUTE FUNCTION refuse()
                """)
            await #expect(throws: PollFailure.self) { try await reading(test, shelf).turn(property: "siret") }
            #expect(try await test.database.run(FindSIRETs([Self.valid])).isEmpty)
            try await test.database.script("DROP TRIGGER refuse ON cursor")
            let ended = try await reading(test, shelf).turn(property: "siret")
            #expect(!ended)
            let endedThen = try await reading(test, shelf).turn(property: "siret")
            #expect(endedThen)
            #expect(shelf.asked.withLock { $0 }.filter { $0.contains("after=") }.count == 1)
        }
    }

    @Test("a place that HubSpot does not know any more is given up, an outage is not", arguments: [(400, true), (502, false)])
    func refused(status: Int, isGivenUp: Bool) async throws {
        try await TestDatabase.with { test in
            let shelf = CompanyShelf([Self.valid, Self.valid, Self.valid])
            _ = try await reading(test, shelf).turn(property: "siret")
            shelf.spoiled.withLock { $0 = status }
            await #expect(throws: PollFailure.self) { try await reading(test, shelf).turn(property: "siret") }
            let ended = try await reading(test, shelf).turn(property: "siret")
            #expect(ended == !isGivenUp)
        }
    }
}
