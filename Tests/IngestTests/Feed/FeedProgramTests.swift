import Database
import Domain
import HTTP
import TestKit
import Testing

@testable import Ingest

@Suite("The feed in running programs")
struct FeedProgramTests {
    /// Which processes hold a duty: one at most.
    private struct SeeDuty: Statement {
        static let sql = "SELECT owner FROM duty WHERE name = 'feed' AND until > now()"
        static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
    }

    private func owner(_ fleet: FleetUnderTest) async throws -> String? { try await fleet.database.first(SeeDuty()) }

    private func told(_ id: String, _ fleet: FleetUnderTest) async throws -> Int64? {
        try await fleet.database.first(FindPairsByArtis(kind: .company, artisIDs: [ID(id)]))?.wanted
    }

    @Test("One of several processes reads it, and when that one ends another goes on; the SIRETs are scanned by themselves")
    func handedOver() async throws {
        try await FleetUnderTest.run(sandbox: ["--fill", "account"], settings: ["HUBSPOT_POLL_SECONDS": "600"]) { fleet in
            try await fleet.sandbox.hubspot(.patch, "hubspot/settings", ["upper_case_refused": false])
            let scene = try await Scene(fleet.sandbox)
            let siret = ValidSIRET.number(1)
            let company = try await scene.company(siret: siret)
            let first = try fleet.start("ingest")
            try await fleet.until(within: 60, "a reader") {
                guard try await owner(fleet) != nil else { return false }
                return try await fleet.database.first(ReadCursor(FeedPlace.name)) != nil
            }
            let reader = try await owner(fleet)
            try fleet.start("ingest", settings: ["INGEST_LISTEN": "127.0.0.1:\(FreePort.find())"])
            try await fleet.until(within: 60, "the scan of SIRETs") {
                try await fleet.database.first(ReadCursor("siret.scan")) == #"{"done": true}"#
            }
            let seen = try await fleet.database.run(FindSIRETs([siret]))
            #expect(seen.map(\.hubspotID) == [ID(company)])

            let one = try await scene.enter("tiers", ["raisonSociale": "Une", "relation": "Prospect"])
            try await fleet.until(within: 30, "the first change") { try await told(one, fleet) == 1 }
            let still = try await owner(fleet)
            #expect(still == reader)

            await first[0].stop()
            let two = try await scene.enter("tiers", ["raisonSociale": "Deux", "relation": "Prospect"])
            try await fleet.until(within: 60, "the second change") { try await told(two, fleet) == 1 }
            let heir = try await owner(fleet)
            #expect(heir != nil && heir != reader)
            let again = try await told(one, fleet)
            #expect(again == 1)
        }
    }
}
