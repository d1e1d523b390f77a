import Domain
import HTTP
import TestKit
import Testing

extension RuleTests {
    /// Deals: stages, pipelines, locked affaires.
    @Suite struct Deals {
        @Test("R15 each of the six stages is the affaire's status by name, and its progress")
        func stages() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            var deals: [SalesStage: String] = [:]
            for stage in SalesStage.allCases { deals[stage] = try await scene.deal(of: company, stage: stage.rawValue) }
            try await office.fleet.settled()
            for (stage, deal) in deals {
                let fields = try #require(try await office.fields(.deal, deal), "\(stage)")
                #expect(fields["statutAvantVente"]?.string == stage.rawValue)
                #expect(fields["avancement"]?.int == stage.progress)
            }
        }

        @Test("R15 a stage of another name blocks its deal alone, until the deal moves on")
        func unknownStage() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let deal = try await scene.deal(of: company, stage: "Signature")
            let neighbour = try await scene.deal(of: company)
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .blocked, .stageUnknown, detail: "Signature")
            try await office.expect(.deal, neighbour, .synced)
            let next = try #require(scene.stages["Négociation"])
            try await scene.edit("deals", deal, ["dealstage": next])
            try await office.fleet.settled()
            #expect(try await office.fields(.deal, deal)?["statutAvantVente"] == "Négociation")
        }

        @Test("R15 renaming a stage changes no affaire; a new deal in it is blocked, and released by its old name")
        func renamed() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let stage = try #require(scene.stages["Conclusion"])
            let company = try await scene.company(siret: Fresh.siret)
            let deal = try await scene.deal(of: company, stage: "Conclusion")
            try await office.fleet.settled()
            try await scene.renameStage(stage, to: "Bouclage")
            try await office.refresh("hubspot.pipelines")
            try await scene.edit("deals", deal, ["amount": "77"])
            let new = try await scene.deal(of: company, stage: "Conclusion")
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .synced)
            try await office.expect(.deal, new, .blocked, .stageUnknown, detail: "Bouclage")
            let fields = try #require(try await office.fields(.deal, deal))
            #expect(fields["statutAvantVente"] == "Conclusion" && fields["montant"] == "77.00")
            try await scene.renameStage(stage, to: "Conclusion")
            try await office.refresh("hubspot.pipelines")
            try await office.expect(.deal, new, .synced)
        }

        @Test("R16 a deal of another pipeline is not eligible; a latched one that moves there waits, untouched")
        func otherPipeline() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let elsewhere = ["pipeline": scene.otherPipeline, "dealstage": scene.otherStage]
            let foreign = try await scene.deal(of: company, elsewhere)
            let deal = try await scene.deal(of: company, title: "Verrière")
            try await office.fleet.settled()
            try await office.expect(.deal, foreign, .notEligible, .otherPipeline)
            #expect(try await office.fields(.deal, foreign) == nil)
            try await scene.edit("deals", deal, elsewhere.merging(["dealname": "Ailleurs"]) { $1 })
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .waiting, .otherPipeline)
            #expect(try await office.fields(.deal, deal)?["intitule"] == "Verrière")
            let back = try #require(scene.stages["Négociation"])
            try await scene.edit("deals", deal, ["pipeline": scene.pipeline, "dealstage": back])
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .synced)
            let fields = try #require(try await office.fields(.deal, deal))
            #expect(fields["intitule"] == "Ailleurs" && fields["statutAvantVente"] == "Négociation")
        }

        @Test("R17 what a locked affaire refuses is put back in HubSpot, with a conflict; the rest is written")
        func locked() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let deal = try await scene.deal(of: company, stage: "Gagnée", ["closedate": "2026-10-01T10:00:00Z"])
            try await office.fleet.settled()
            try await scene.edit("deals", deal, [
                "amount": "9999", "dealname": "Rebaptisée", "closedate": "2027-01-15T10:00:00Z",
                "dealstage": scene.stages["Approche"] ?? "",
            ])
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .synced)
            let fields = try #require(try await office.fields(.deal, deal))
            #expect(fields["montant"] == "1200.50" && fields["statutAvantVente"] == "Gagnée")
            #expect(fields["dateConclusion"] == "2026-10-01" && fields["intitule"] == "Rebaptisée")
            let there = try await scene.hubspot("deals", deal)
            #expect(there["dealname"] == "Rebaptisée" && there["dealstage"]?.text == scene.stages["Gagnée"])
            #expect(there["amount"]?.text == "1200.50")
            #expect(there["closedate"]?.text?.hasPrefix("2026-10-01") == true)
            let conflicts = try await office.conflicts(.deal, deal)
            #expect(Set(conflicts.map(\.field)) == [.amount, .stage, .closeDay])
            #expect(conflicts.allSatisfy { $0.winner == .artis && $0.cause == .locked })
        }

        @Test("R17 a locked affaire does not move to another tiers: its deal goes back, with a conflict; the rest is written")
        func lockedMove() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (from, to) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
            let deal = try await scene.deal(of: from, stage: "Perdue")
            try await office.fleet.settled()
            try await scene.associate("deals", deal, with: ("companies", to, true))
            try await scene.edit("deals", deal, ["dealname": "Rebaptisée"])
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .synced)
            let fields = try #require(try await office.fields(.deal, deal))
            #expect(try await fields["tiers"]?.string == office.artisID(.company, from))
            #expect(fields["intitule"] == "Rebaptisée")
            let links = try await office.record(.deal, deal)["links"]?["companies"]
            #expect(links?[from]?.array?.contains(5) == true && links?[to]?.array?.contains(5) == false)
            #expect(try await office.conflicts(.deal, deal).map(\.field) == [.company])
        }

        @Test("R17 artis names one locked field at a time: all four at once go back, and the rest is written")
        func lockedThroughout() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (from, to) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
            let deal = try await scene.deal(of: from, stage: "Gagnée", ["closedate": "2026-10-01T10:00:00Z"])
            try await office.fleet.settled()
            try await office.without("deal-worker") {
                try await scene.associate("deals", deal, with: ("companies", to, true))
                try await scene.edit("deals", deal, [
                    "amount": "9999", "dealname": "Rebaptisée", "closedate": "2027-01-15T10:00:00Z",
                    "dealstage": scene.stages["Approche"] ?? "",
                ])
            }
            try await office.expect(.deal, deal, .synced)
            let fields = try #require(try await office.fields(.deal, deal))
            #expect(fields["montant"] == "1200.50" && fields["statutAvantVente"] == "Gagnée")
            #expect(fields["dateConclusion"] == "2026-10-01" && fields["intitule"] == "Rebaptisée")
            #expect(try await fields["tiers"]?.string == office.artisID(.company, from))
            let there = try await scene.hubspot("deals", deal)
            #expect(there["amount"]?.text == "1200.50" && there["dealstage"]?.text == scene.stages["Gagnée"])
            let links = try await office.record(.deal, deal)["links"]?["companies"]
            #expect(links?[from]?.array?.contains(5) == true && links?[to]?.array?.contains(5) == false)
            let conflicts = try await office.conflicts(.deal, deal)
            #expect(Set(conflicts.map(\.field)) == [.amount, .stage, .closeDay, .company])
            #expect(conflicts.allSatisfy { $0.winner == .artis && $0.cause == .locked })
        }

        @Test("R19 a deal whose title is cleared later gets it back from artis, with a conflict")
        func title() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let deal = try await scene.deal(of: try await scene.company(siret: Fresh.siret), title: "Escalier")
            try await office.fleet.settled()
            try await scene.edit("deals", deal, ["dealname": "", "amount": "5"])
            try await office.fleet.settled()
            #expect(try await scene.hubspot("deals", deal)["dealname"] == "Escalier")
            let fields = try #require(try await office.fields(.deal, deal))
            #expect(fields["intitule"] == "Escalier" && fields["montant"] == "5.00")
            #expect(try await office.conflicts(.deal, deal).map(\.cause) == [.requiredCleared])
        }
    }
}
