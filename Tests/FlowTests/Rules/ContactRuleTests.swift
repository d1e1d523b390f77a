import Domain
import HTTP
import TestKit
import Testing

extension RuleTests {
    /// Contacts: civilité, names, and people whom artis knows already.
    @Suite struct Contacts {
        @Test("R18 a contact without civilité takes the first possible one in artis, which HubSpot never hears of")
        func defaultCivility() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let contact = try await scene.contact(of: try await scene.company(siret: Fresh.siret), mail: Fresh.mail)
            try await office.fleet.settled()
            #expect(try await office.fields(.contact, contact)?["titre"] == "MME")
            try await scene.edit("contacts", contact, ["jobtitle": "Gérante"])
            try await office.fleet.settled()
            let fields = try #require(try await office.fields(.contact, contact))
            #expect(fields["titre"] == "MME" && fields["fonction"] == "Gérante")
            #expect(try await scene.hubspot("contacts", contact)["civilite"]?.text ?? "" == "")
            try await scene.edit("contacts", contact, ["civilite": "ME"])
            try await office.fleet.settled()
            #expect(try await office.fields(.contact, contact)?["titre"] == "ME")
        }

        @Test("R18 an unknown civilité blocks its contact, until the table knows it")
        func unknownCivility() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let contact = try await scene.contact(of: company, mail: Fresh.mail, ["civilite": "DR"])
            let neighbour = try await scene.contact(of: company, mail: Fresh.mail, ["civilite": "M"])
            try await office.fleet.settled()
            try await office.expect(.contact, contact, .blocked, .civiliteUnknown, detail: "DR")
            try await office.expect(.contact, neighbour, .synced)
            try await scene.setLabels("qualite-personne", ["MME", "M", "ME", "DR"])
            try await office.refresh("artis.civilities")
            try await office.expect(.contact, contact, .synced)
            #expect(try await office.fields(.contact, contact)?["titre"] == "DR")
            try await scene.setLabels("qualite-personne", ["MME", "M", "ME"])
            try await office.refresh("artis.civilities")
        }

        @Test("R19 a contact without a first name is blocked until it has one; one that is cleared later is refilled")
        func names() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let contact = try await scene.contact(
                of: try await scene.company(siret: Fresh.siret), mail: Fresh.mail, ["firstname": ""])
            try await office.fleet.settled()
            try await office.expect(.contact, contact, .blocked, .nameMissing, detail: "firstName")
            try await scene.edit("contacts", contact, ["firstname": "Yann"])
            try await office.fleet.settled()
            try await office.expect(.contact, contact, .synced)
            try await scene.edit("contacts", contact, ["lastname": "", "jobtitle": "Chef d’atelier"])
            try await office.fleet.settled()
            #expect(try await scene.hubspot("contacts", contact)["lastname"] == "Lefèvre")
            #expect(try await office.fields(.contact, contact)?["fonction"] == "Chef d’atelier")
            #expect(try await office.conflicts(.contact, contact).map(\.cause) == [.requiredCleared])
        }

        @Test("R28 an interlocuteur of the same company and mail is linked, not created twice")
        func existing() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            try await office.fleet.settled()
            let tiers = try await office.artisID(.company, company)
            let mail = Fresh.mail
            let known = try await scene.enter(
                "interlocuteurs",
                [
                    "tiers": .string(tiers), "titre": "ME", "nom": "Lefèvre", "prenom": "Zoé",
                    "mail": .string(mail.uppercased()), "fonction": "Notaire",
                ])
            let contact = try await scene.contact(of: company, mail: mail)
            try await office.fleet.settled()
            try await office.expect(.contact, contact, .synced)
            #expect(try await office.artisID(.contact, contact) == known)
            let there = try await scene.hubspot("contacts", contact)
            #expect(there["jobtitle"] == "Notaire" && there["civilite"] == "ME")
        }

        @Test("R28 one with that mail who hangs on another tiers is somebody else")
        func elsewhere() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (company, other) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
            try await office.fleet.settled()
            let tiers = try await office.artisID(.company, other)
            let mail = Fresh.mail
            let stranger = try await scene.enter(
                "interlocuteurs",
                ["tiers": .string(tiers), "titre": "M", "nom": "Ailleurs", "prenom": "Paul", "mail": .string(mail)])
            let contact = try await scene.contact(of: company, mail: mail)
            try await office.fleet.settled()
            try await office.expect(.contact, contact, .synced)
            #expect(try await office.artisID(.contact, contact) != stranger)
        }
    }
}
