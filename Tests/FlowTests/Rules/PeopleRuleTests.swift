import Domain
import HTTP
import TestKit
import Testing

extension RuleTests {
    /// Who is who, and who goes with a deal.
    @Suite struct People {
        struct Salesperson: CustomTestStringConvertible {
            var owner: String
            var collaborateur: String?
            var warning: Warning.Code?

            var testDescription: String { owner }
        }

        @Test(
            "R1 an owner and a collaborateur are one person when their mails are equal, whatever the case",
            arguments: [
                Salesperson(owner: "camille.aubree@atelier-lumen.example", collaborateur: "CO0001"),
                Salesperson(owner: "Gael.FAY@Atelier-Lumen.example", collaborateur: "CO0006"),
                Salesperson(owner: "remi.guerin@atelier-lumen.example", collaborateur: "CO0007"),
                Salesperson(owner: "stage@atelier-lumen.example", warning: .personUnmatched),
            ])
        func salesperson(of salesperson: Salesperson) async throws {
            let office = try Office.open
            let owner = try await office.scene.owner(salesperson.owner)
            let company = try await office.scene.company(siret: Fresh.siret, ["ingenieur_commercial": owner])
            try await office.fleet.settled()
            try await office.expect(.company, company, .synced)
            #expect(try await office.fields(.company, company)?["ingenieurCommercial"]?.string == salesperson.collaborateur)
            #expect(try await office.warnings(.company, company) == [salesperson.warning].compactMap(\.self))
        }

        @Test("R2 whoever created a deal becomes its secondary salesperson, in the role TELEVENDEUR_HUBSPOT")
        func creator() async throws {
            let office = try Office.open
            let company = try await office.scene.company(siret: Fresh.siret)
            let deal = try await office.scene.deal(of: company, createdBy: Self.userOf(person: 2))
            try await office.fleet.settled()
            #expect(
                try await office.fields(.deal, deal)?["commerciauxSecondaires"]
                    == [["collaborateur": "CO0003", "role": "TELEVENDEUR_HUBSPOT"]])
            #expect(try await office.warnings(.deal, deal) == [])
            // Written once: what people make of it in artis stays.
            let affaire = try await office.artisID(.deal, deal)
            try await office.scene.change("affaires", affaire, ["commerciauxSecondaires": .array([])])
            try await office.scene.edit("deals", deal, ["dealname": "Remise à neuf, suite"])
            try await office.fleet.settled()
            #expect(try await office.fields(.deal, deal)?["intitule"] == "Remise à neuf, suite")
            #expect(try await office.fields(.deal, deal)?["commerciauxSecondaires"] == [])
        }

        @Test(
            "R2 without a creator whom artis knows, the affaire has no secondary salesperson, and a warning",
            arguments: [nil, userOf(person: 7)])
        func stranger(user: Int?) async throws {
            let office = try Office.open
            let company = try await office.scene.company(siret: Fresh.siret)
            let deal = try await office.scene.deal(of: company, createdBy: user)
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .synced)
            #expect(try await office.fields(.deal, deal)?["commerciauxSecondaires"] == nil)
            #expect(try await office.warnings(.deal, deal) == [.creatorUnknown])
        }

        @Test("R2 without the role a deal with a creator is blocked, and released when the role is added")
        func role() async throws {
            let office = try Office.open
            try await office.scene.setLabels("role-commercial", ["PRESCRIPTEUR", "televendeur_hubspot"])
            try await office.refresh("artis.roles")
            let company = try await office.scene.company(siret: Fresh.siret)
            let deal = try await office.scene.deal(of: company, createdBy: Self.userOf(person: 0))
            let creatorless = try await office.scene.deal(of: company)
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .blocked, .roleMissing)
            try await office.expect(.deal, creatorless, .synced)
            #expect(try await office.fields(.deal, deal) == nil)

            try await office.scene.setLabels("role-commercial", ["PRESCRIPTEUR", "TELEVENDEUR_HUBSPOT"])
            try await office.refresh("artis.roles")
            try await office.expect(.deal, deal, .synced)
            #expect(try await office.fields(.deal, deal)?["commerciauxSecondaires"]?.array?.count == 1)
        }

        @Test("R3 the company's ingénieur commercial is the tiers' own, and is taken over when a deal is created")
        func engineer() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (first, second) = try await (
                scene.owner("loic.beziat@atelier-lumen.example"), scene.owner("ines.carpentier@atelier-lumen.example")
            )
            let company = try await scene.company(siret: Fresh.siret, ["ingenieur_commercial": first])
            let early = try await scene.deal(of: company)
            try await office.fleet.settled()
            try await scene.edit("companies", company, ["ingenieur_commercial": second])
            try await office.fleet.settled()
            let late = try await scene.deal(of: company)
            try await scene.edit("deals", early, ["amount": "99"])
            try await office.fleet.settled()
            #expect(try await office.fields(.company, company)?["ingenieurCommercial"] == "CO0003")
            #expect(try await office.fields(.deal, early)?["commercial"] == "CO0002")
            #expect(try await office.fields(.deal, early)?["montant"] == "99.00")
            #expect(try await office.fields(.deal, late)?["commercial"] == "CO0003")
        }

        /// HubSpot's userId of a person of the account, as the sandbox gives it.
        static func userOf(person: Int) -> Int { 9_100_001 + person }
    }
}
