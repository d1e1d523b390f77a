import Database
import HTTP
import TestKit
import Testing

/// Issue, "Failures": artis' machine is away, not only unwell.
@Suite struct RefusalTests {
    @Test("While artis refuses connections nobody's attempts are spent, and its return is noticed without help")
    func refused() async throws {
        try await FleetUnderTest.briskAccount { fleet in
            // HubSpot and artis as processes of their own, so that one of them can be away.
            let folder = fleet.folder + "/artis"
            let first = try await SandboxUnderTest(
                folder: fleet.folder, arguments: ["--fill", "account", "--folder", folder],
                environment: fleet.environment)
            let place = first.artis.replacing("http://", with: "")
            try await first.artis(.put, "artis/parametres/HUBSPOT_DELAI_APPELS", ["valeur": "30"])
            let there = ["ARTIS_BASE_URL": first.artis]
            try fleet.start("ingest", settings: there)
            try fleet.startWorkers(settings: there)
            let scene = try await fleet.scene()
            let before = try await scene.company(siret: ValidSIRET.number(1))
            try await fleet.until("artis is written to") { try await first.tiers() == ["companies:\(before)"] }
            try await fleet.calm(within: 30)
            await first.stop()

            var companies: Set<String> = ["companies:\(before)"]
            for number in 2...8 {
                let company = try await scene.company(siret: ValidSIRET.number(number))
                _ = try await scene.deal(of: company)
                companies.insert("companies:\(company)")
            }
            try await fleet.until("the breaker opens") {
                try await fleet.database.first(StormBreaker(system: "artis")) ?? false
            }
            try await Task.sleep(for: .seconds(4))
            #expect(try await fleet.unrest.attempts == 0)

            let again = try await SandboxUnderTest(
                folder: fleet.folder, arguments: ["--folder", folder, "--artis-listen", place],
                environment: fleet.environment)
            try await fleet.until("all companies arrive") { try await again.tiers() == companies }
            // Nobody polls while a system is away: what had not been told by then is told now.
            try await fleet.until("all deals arrive") {
                try await again.artis(.get, "artis/affaires")["elements"]?.array?.count ?? 0 >= 7
            }
            try await fleet.calm(within: 60)
            #expect(try await again.artis(.get, "artis/affaires")["elements"]?.array?.count == 7)
            let unrest = try await fleet.unrest
            #expect(unrest.attempts == 0)
            #expect(unrest.repairs == 0)
            await again.stop()
        }
    }
}

extension SandboxUnderTest {
    fileprivate func tiers() async throws -> Set<String> {
        let records = try await artis(.get, "artis/tiers")["elements"]?.array ?? []
        return Set(records.compactMap { $0["referenceExterne"]?.string })
    }
}
