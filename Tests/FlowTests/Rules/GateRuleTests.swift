import Domain
import HTTP
import TestKit
import Testing

extension RuleTests {
    /// The company that a dependant hangs on, and waiting for it.
    @Suite struct Gate {
        @Test("R13 dependants of a company that is not synced wait untouched, and go when it opens; activities leave no row")
        func parked() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret, stage: "lead", ticked: false)
            let deal = try await scene.deal(of: company)
            let contact = try await scene.contact(of: company, mail: Fresh.mail)
            let call = try await scene.call(of: [("companies", company, false)])
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .waiting, .companyNotSynced)
            try await office.expect(.contact, contact, .waiting, .companyNotSynced)
            #expect(try await office.standing(.call, call) == nil)
            try await scene.edit("companies", company, ["lifecyclestage": Scene.trigger, "synchro_artis": "true"])
            try await office.fleet.settled()
            for (kind, id) in [(Kind.company, company), (.deal, deal), (.contact, contact), (.call, call)] {
                try await office.expect(kind, id, .synced)
            }
        }

        @Test("R12 a dependant of no company waits for one")
        func noCompany() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let deal = try await scene.deal(of: nil)
            let email = try await scene.email(of: [])
            let contact = try await scene.contact(of: nil, mail: Fresh.mail, ticked: false)
            let call = try await scene.call(of: [("contacts", contact, false)])
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .waiting, .noCompany)
            try await office.expect(.email, email, .waiting, .noCompany)
            try await office.expect(.call, call, .waiting, .noCompany)
            let company = try await scene.company(siret: Fresh.siret)
            try await scene.associate("deals", deal, with: ("companies", company, true))
            try await scene.associate("emails", email, with: ("companies", company, false))
            try await office.fleet.settled()
            // That of the call's contact is the call's, too.
            try await scene.associate("contacts", contact, with: ("companies", company, true))
            try await office.fleet.settled()
            try await office.expect(.call, call, .synced)
            try await office.expect(.deal, deal, .synced)
            try await office.expect(.email, email, .synced)
        }

        @Test("R12 moved to another synced company, the records of artis move too")
        func moved() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (from, to) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
            let deal = try await scene.deal(of: from)
            let contact = try await scene.contact(of: from, mail: Fresh.mail)
            let call = try await scene.call(of: [("companies", from, false)])
            try await office.fleet.settled()
            let before = try await office.artisID(.deal, deal)
            try await scene.associate("deals", deal, with: ("companies", to, true))
            try await scene.associate("contacts", contact, with: ("companies", to, true))
            try await scene.associate("calls", call, with: ("companies", to, false))
            try await scene.dissociate("calls", call, from: ("companies", from))
            try await office.fleet.settled()
            let tiers = try await office.artisID(.company, to)
            for (kind, id) in [(Kind.deal, deal), (.contact, contact), (.call, call)] {
                try await office.expect(kind, id, .synced)
                #expect(try await office.fields(kind, id)?["tiers"]?.string == tiers, "\(kind)")
            }
            #expect(try await office.artisID(.deal, deal) == before)
        }

        @Test("R12 moved to a company that is not synced, a dependant waits again, untouched, until that one is")
        func movedAway() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let from = try await scene.company(siret: Fresh.siret)
            let to = try await scene.company(siret: Fresh.siret, stage: "lead")
            let deal = try await scene.deal(of: from, title: "Charpente")
            try await office.fleet.settled()
            try await scene.associate("deals", deal, with: ("companies", to, true))
            try await scene.edit("deals", deal, ["dealname": "Charpente et toiture"])
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .waiting, .companyNotSynced)
            let fields = try #require(try await office.fields(.deal, deal))
            #expect(try await fields["tiers"]?.string == office.artisID(.company, from))
            #expect(fields["intitule"] == "Charpente")
            try await scene.edit("companies", to, ["lifecyclestage": Scene.trigger])
            try await office.fleet.settled()
            let moved = try #require(try await office.fields(.deal, deal))
            #expect(try await moved["tiers"]?.string == office.artisID(.company, to))
            #expect(moved["intitule"] == "Charpente et toiture")
        }

        @Test("R12 an automatic company without a SIRET that takes the primary mark moves nothing")
        func automatic() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let contact = try await scene.contact(of: company, mail: Fresh.mail)
            try await office.fleet.settled()
            let automatic = try await scene.company(siret: nil, stage: "lead", ticked: false, name: "exemple.fr")
            try await scene.associate("contacts", contact, with: ("companies", automatic, true))
            try await scene.edit("contacts", contact, ["jobtitle": "Trésorière"])
            try await office.fleet.settled()
            try await office.expect(.contact, contact, .synced)
            let fields = try #require(try await office.fields(.contact, contact))
            #expect(try await fields["tiers"]?.string == office.artisID(.company, company))
            #expect(fields["fonction"] == "Trésorière")
        }

        @Test("R12 an activity of several companies is settled by its deals, else its contacts, else it is ambiguous")
        func ambiguous() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (one, two) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
            let deal = try await scene.deal(of: two)
            let (first, second) = try await (
                scene.contact(of: one, mail: Fresh.mail), scene.contact(of: two, mail: Fresh.mail)
            )
            let both = [("companies", one, false), ("companies", two, false)]
            let byDeal = try await scene.call(of: both + [("deals", deal, false), ("contacts", first, false)])
            let byContact = try await scene.meeting(of: both + [("contacts", first, false)])
            let torn = try await scene.email(of: [("contacts", first, false), ("contacts", second, false)])
            let bare = try await scene.call(of: both)
            try await office.fleet.settled()
            #expect(try await office.fields(.call, byDeal)?["tiers"]?.string == office.artisID(.company, two))
            #expect(try await office.fields(.meeting, byContact)?["tiers"]?.string == office.artisID(.company, one))
            try await office.expect(.email, torn, .blocked, .companyAmbiguous, detail: one)
            try await office.expect(.call, bare, .blocked, .companyAmbiguous, detail: two)
            try await scene.dissociate("calls", bare, from: ("companies", two))
            try await office.fleet.settled()
            #expect(try await office.fields(.call, bare)?["tiers"]?.string == office.artisID(.company, one))
        }
    }
}
