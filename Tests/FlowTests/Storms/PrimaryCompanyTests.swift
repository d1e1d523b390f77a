import Database
import Domain
import HTTP
import TestKit
import Testing

/// R12 between two looks: found by a storm in which a contact was written below its second company.
@Suite struct PrimaryCompanyTests {
    @Test("R12 R13 nothing is written below a second company while nobody has looked at the primary one")
    func unseen() async throws {
        try await FleetUnderTest.briskAccount { fleet in
            try fleet.start("ingest")
            try fleet.startWorkers()
            let scene = try await fleet.scene()
            let second = try await scene.company(siret: ValidSIRET.number(1))
            try await fleet.until("the second company is synced") { try await scene.artis("tiers").count == 1 }

            _ = try await fleet.database.first(PauseKind(.company, by: "test"))
            let primary = try await scene.company(siret: ValidSIRET.number(2))
            let contact = try await scene.create(
                "contacts", ["lastname": "Lefèvre", "firstname": "Zoé", "synchro_artis": "true"],
                links: [("companies", primary, true), ("companies", second, false)])
            try await fleet.until("the contact was looked at") {
                let pair = try await fleet.database.run(FindPairs(kind: .contact, hubspotIDs: [ID(contact)])).first
                return pair?.lookedAt != nil
            }
            #expect(try await scene.artis("interlocuteurs").isEmpty)

            _ = try await fleet.database.first(ResumeKind(.company))
            try await fleet.until("the contact is synced") { try await scene.artis("interlocuteurs").count == 1 }
            try await fleet.calm(within: 30)
            let tiers = try await scene.artis("tiers").first {
                $0["referenceExterne"]?.string == "companies:\(primary)"
            }
            #expect(try await scene.artis("interlocuteurs").first?["champs"]?["tiers"]?.string == tiers?["id"]?.string)
            #expect(try await fleet.unrest.attempts == 0)
        }
    }
}
