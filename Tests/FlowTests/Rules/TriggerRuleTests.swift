import Domain
import HTTP
import TestKit
import Testing

extension RuleTests {
    /// When a sync begins, and that it does not end.
    @Suite struct Triggers {
        @Test("R8 stage and box that held at one moment between two looks suffice")
        func moment() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let together = try await scene.company(siret: Fresh.siret, stage: "lead", ticked: false)
            let apart = try await scene.company(siret: Fresh.siret, stage: "lead", ticked: false)
            try await office.fleet.settled()
            try await office.expect(.company, together, .notEligible, .lifecycleNotReached)

            try await office.without("company-worker") {
                try await scene.edit("companies", together, ["lifecyclestage": Scene.trigger, "synchro_artis": "true"])
                try await scene.edit("companies", together, ["lifecyclestage": "customer"])
                try await scene.edit("companies", apart, ["lifecyclestage": Scene.trigger])
                try await scene.edit("companies", apart, ["lifecyclestage": "customer"])
                try await scene.edit("companies", apart, ["synchro_artis": "true"])
            }
            try await office.expect(.company, together, .synced)
            try await office.expect(.company, apart, .notEligible, .lifecycleNotReached)
            #expect(try await office.fields(.company, apart) == nil)
        }

        @Test(
            "R8 without a valid trigger parameter new companies are blocked, latched ones go on, and all is well again with it",
            arguments: [nil, "prospect_inconnu"])
        func notSet(parameter: String?) async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let name = "HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE"
            let latched = try await scene.company(siret: Fresh.siret)
            try await office.fleet.settled()
            try await scene.setParameter(name, parameter)
            try await office.refresh("artis.trigger")
            let new = try await scene.company(siret: Fresh.siret)
            let silent = try await scene.company(siret: Fresh.siret, ticked: false)
            let deal = try await scene.deal(of: latched)
            try await scene.edit("companies", latched, ["city": "Vannes"])
            try await office.fleet.settled()
            try await office.expect(.company, new, .blocked, .triggerNotSet)
            try await office.expect(.company, silent, .notEligible, .syncNotRequested)
            try await office.expect(.company, latched, .synced)
            try await office.expect(.deal, deal, .synced)
            #expect(try await office.fields(.company, latched)?["ville"] == "Vannes")
            try await scene.setParameter(name, Scene.trigger)
            try await office.refresh("artis.trigger")
            try await office.expect(.company, new, .synced)
        }

        @Test("R8 when the parameter changes, companies that stand at its new value with their box ticked begin to sync")
        func parameterChanged() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret, stage: "evangelist")
            try await office.fleet.settled()
            try await office.expect(.company, company, .notEligible, .lifecycleNotReached)
            try await scene.setParameter("HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE", "evangelist")
            try await office.refresh("artis.trigger")
            try await office.expect(.company, company, .synced)
            try await scene.setParameter("HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE", Scene.trigger)
            try await office.refresh("artis.trigger")
            try await office.expect(.company, company, .synced)
        }

        @Test("R11 later changes of stage and boxes stop nothing")
        func goesOn() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let deal = try await scene.deal(of: company)
            let contact = try await scene.contact(of: company, mail: Fresh.mail)
            try await office.fleet.settled()
            try await scene.edit("companies", company, ["lifecyclestage": "lead", "synchro_artis": "false", "city": "Lorient"])
            try await scene.edit("deals", deal, ["synchro_artis": "false", "amount": "12"])
            try await scene.edit("contacts", contact, ["synchro_artis": "", "jobtitle": "Associée"])
            let call = try await scene.call(of: [("companies", company, false)])
            try await office.fleet.settled()
            #expect(try await office.fields(.company, company)?["ville"] == "Lorient")
            #expect(try await office.fields(.deal, deal)?["montant"] == "12.00")
            #expect(try await office.fields(.contact, contact)?["fonction"] == "Associée")
            try await office.expect(.call, call, .synced)
        }
    }
}
