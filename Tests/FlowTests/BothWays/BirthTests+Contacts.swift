import Domain
import HTTP
import TestKit
import Testing

extension BirthTests {
    /// R28, R18: interlocuteurs whom HubSpot knows already.
    @Suite struct Contacts {
        @Test("R28 an interlocuteur whose mail a contact of the same company has is linked with it and ticks it")
        func linked() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let mail = Fresh.mail
            let contact = try await scene.contact(of: company, mail: mail, ticked: false, ["jobtitle": "Acheteuse"])
            try await office.fleet.settled()
            let tiers = try await office.artisID(.company, company)
            let person = try await office.interlocuteur(
                of: tiers, mail: " \(mail.uppercased())", ["nom": "Lefèvre", "prenom": "Zoé", "telephone": "0298123456"])
            try await office.fleet.settled()
            try await office.expect(.contact, contact, .synced)
            #expect(try await office.artisID(.contact, contact) == person)
            let there = try await scene.hubspot("contacts", contact)
            #expect(there["synchro_artis"] == "true" && there["phone"] == "0298123456" && there["civilite"] == "M")
            #expect(try await office.fields(.contact, contact)?["fonction"] == "Acheteuse")
            #expect(try await office.holders(.contact, of: mail, in: "email") == [contact])
        }

        @Test("R28 a mail that a contact of another company holds blocks, naming the holder, until it is free")
        func held() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (company, other) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
            let mail = Fresh.mail
            let holder = try await scene.contact(of: other, mail: mail)
            try await office.fleet.settled()
            let tiers = try await office.artisID(.company, company)
            let person = try await office.interlocuteur(of: tiers, mail: mail)
            let neighbour = try await office.interlocuteur(of: tiers, mail: Fresh.mail)
            try await office.fleet.settled()
            try await office.expect(.contact, artis: person, .blocked, .contactDuplicate, detail: holder)
            try await office.expect(.contact, artis: neighbour, .synced)
            try await scene.edit("contacts", holder, ["email": Fresh.mail])
            try await office.fleet.settled()
            try await office.expect(.contact, artis: person, .synced)
            #expect(try await office.hubspotID(.contact, artis: person) != holder)
        }

        @Test("R28 a mail that is changed in artis to one that HubSpot holds blocks its contact alone, naming the holder")
        func changed() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let mail = Fresh.mail
            let holder = try await scene.contact(of: company, mail: mail)
            let contact = try await scene.contact(of: company, mail: Fresh.mail)
            let neighbour = try await scene.contact(of: company, mail: Fresh.mail)
            try await office.fleet.settled()
            try await scene.change("interlocuteurs", try await office.artisID(.contact, contact), ["mail": .string(mail)])
            try await scene.change("interlocuteurs", try await office.artisID(.contact, neighbour), ["fonction": "Comptable"])
            try await office.fleet.settled()
            try await office.expect(.contact, contact, .blocked, .contactDuplicate, detail: holder)
            #expect(try await scene.hubspot("contacts", neighbour)["jobtitle"] == "Comptable")
            try await scene.edit("contacts", holder, ["email": Fresh.mail])
            try await office.fleet.settled()
            try await office.expect(.contact, contact, .synced)
            #expect(try await scene.hubspot("contacts", contact)["email"]?.text == mail)
        }

        @Test("R18 the default civilité of a contact is never told to HubSpot, whatever changes in artis; a chosen one is")
        func civility() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let contact = try await scene.contact(of: try await scene.company(siret: Fresh.siret), mail: Fresh.mail)
            try await office.fleet.settled()
            let person = try await office.artisID(.contact, contact)
            try await scene.change("interlocuteurs", person, ["fonction": "Notaire"])
            try await office.fleet.settled()
            let there = try await scene.hubspot("contacts", contact)
            #expect(there["jobtitle"] == "Notaire" && there["civilite"]?.text ?? "" == "")
            try await scene.change("interlocuteurs", person, ["titre": "ME"])
            try await office.fleet.settled()
            #expect(try await scene.hubspot("contacts", contact)["civilite"] == "ME")
            // Cleared in HubSpot, it stays in artis, which requires one.
            try await scene.edit("contacts", contact, ["civilite": "", "jobtitle": "Notaire associé"])
            try await office.fleet.settled()
            try await office.expect(.contact, contact, .synced)
            let fields = try await office.fields(.contact, contact)
            #expect(fields?["titre"] == "ME" && fields?["fonction"] == "Notaire associé")
        }
    }
}
