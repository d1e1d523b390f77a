import Domain
import HTTP
import TestKit
import Testing

extension BirthTests {
    /// R14, R12, R17: affaires and interlocuteurs.
    @Suite struct Dependants {
        @Test("R14 an affaire and an interlocuteur of a synced company are created in HubSpot below it, ticked, once")
        func created() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            try await office.fleet.settled()
            let tiers = try await office.artisID(.company, company)
            let mail = Fresh.mail
            let affaire = try await office.affaire(of: tiers, ["statutAvantVente": "Conclusion", "dateConclusion": "2026-12-24"])
            let person = try await office.interlocuteur(of: tiers, mail: mail, ["fonction": "Gérant"])
            try await office.fleet.settled()
            let deal = try await office.hubspotID(.deal, artis: affaire)
            let contact = try await office.hubspotID(.contact, artis: person)
            try await office.expect(.deal, deal, .synced)
            try await office.expect(.contact, contact, .synced)
            let there = try await scene.hubspot("deals", deal)
            #expect(there["dealname"] == "Portail coulissant" && there["amount"]?.text == "850.00")
            #expect(there["pipeline"]?.text == scene.pipeline && there["dealstage"]?.text == scene.stages["Conclusion"])
            #expect(there["closedate"]?.text?.hasPrefix("2026-12-24") == true && there["synchro_artis"] == "true")
            #expect(there["passerelle_ref"]?.text == "affaires:\(affaire)")
            #expect(try await office.link(.deal, deal, to: (.company, company)).contains(5))
            let known = try await scene.hubspot("contacts", contact)
            #expect(known["lastname"] == "Kerbrat" && known["jobtitle"] == "Gérant")
            #expect(known["civilite"] == "M")
            #expect(known["synchro_artis"] == "true" && known["email"]?.text == mail)
            #expect(known["passerelle_ref"]?.text == "interlocuteurs:\(person)")
            #expect(try await office.link(.contact, contact, to: (.company, company)).contains(1))
            #expect(try await office.holders(.deal, of: "affaires:\(affaire)", in: "passerelle_ref") == [deal])
            #expect(try await office.holders(.contact, of: mail, in: "email") == [contact])
        }

        @Test("R13 R14 what is born in artis together with its company follows it, and hangs on it")
        func together() async throws {
            let office = try Office.open
            let tiers = try await office.tiers(siret: Fresh.siret)
            let affaire = try await office.affaire(of: tiers)
            let person = try await office.interlocuteur(of: tiers, mail: Fresh.mail)
            let action = try await office.action(
                of: tiers, more: ["affaires": [.string(affaire)], "interlocuteurs": [.string(person)]])
            try await office.fleet.settled()
            let company = try await office.hubspotID(.company, artis: tiers)
            let deal = try await office.hubspotID(.deal, artis: affaire)
            let contact = try await office.hubspotID(.contact, artis: person)
            let call = try await office.hubspotID(.call, artis: action)
            #expect(try await office.link(.deal, deal, to: (.company, company)).contains(5))
            #expect(try await office.link(.contact, contact, to: (.company, company)).contains(1))
            #expect(try await office.link(.call, call, to: (.company, company)) == [182])
            #expect(try await office.link(.call, call, to: (.deal, deal)) == [206])
            #expect(try await office.link(.call, call, to: (.contact, contact)) == [194])
        }

        @Test("R13 R9 below a suspect nothing reaches HubSpot, until the relation lets the company in")
        func waiting() async throws {
            let office = try Office.open
            let tiers = try await office.tiers(siret: Fresh.siret, relation: "Suspect")
            let affaire = try await office.affaire(of: tiers)
            let person = try await office.interlocuteur(of: tiers, mail: Fresh.mail)
            try await office.fleet.settled()
            try await office.expect(.deal, artis: affaire, .waiting, .companyNotSynced)
            try await office.expect(.contact, artis: person, .waiting, .companyNotSynced)
            try await office.scene.change("tiers", tiers, ["relation": "Prospect"])
            try await office.fleet.settled()
            try await office.expect(.deal, artis: affaire, .synced)
            try await office.expect(.contact, artis: person, .synced)
        }

        @Test("R12 an affaire that moves in artis to another synced company moves in HubSpot, its mark with it")
        func moved() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (from, to) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
            let deal = try await scene.deal(of: from)
            let contact = try await scene.contact(of: from, mail: Fresh.mail)
            let call = try await scene.call(of: [("companies", from, false)])
            try await office.fleet.settled()
            let target = JSON.string(try await office.artisID(.company, to))
            for (kind, id) in [(Kind.deal, deal), (.contact, contact), (.call, call)] {
                try await scene.change(kind.inArtis, try await office.artisID(kind, id), ["tiers": target])
            }
            try await office.fleet.settled()
            for (kind, id, type) in [(Kind.deal, deal, 5), (.contact, contact, 1), (.call, call, 182)] {
                try await office.expect(kind, id, .synced)
                #expect(try await office.link(kind, id, to: (.company, to)).contains(type), "\(kind)")
                #expect(try await office.link(kind, id, to: (.company, from)).contains(type) == false, "\(kind)")
                #expect(try await office.fields(kind, id)?["tiers"] == target)
            }
        }

        @Test("R12 one that moves in artis to a company that is not synced waits, untouched, and comes back")
        func movedAway() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let from = try await scene.company(siret: Fresh.siret)
            let deal = try await scene.deal(of: from, title: "Verrière")
            try await office.fleet.settled()
            let (home, affaire) = try await (office.artisID(.company, from), office.artisID(.deal, deal))
            let suspect = try await office.tiers(siret: Fresh.siret, relation: "Suspect")
            try await scene.change("affaires", affaire, ["tiers": .string(suspect), "intitule": "Ailleurs"])
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .waiting, .companyNotSynced)
            #expect(try await scene.hubspot("deals", deal)["dealname"] == "Verrière")
            #expect(try await office.link(.deal, deal, to: (.company, from)).contains(5))
            try await scene.change("affaires", affaire, ["tiers": .string(home)])
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .synced)
            #expect(try await scene.hubspot("deals", deal)["dealname"] == "Ailleurs")
        }

        @Test("R17 an affaire won in artis is won in HubSpot; what HubSpot changes of it then is put back")
        func won() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let tiers = try await office.tiers(siret: Fresh.siret)
            let affaire = try await office.affaire(of: tiers)
            try await office.fleet.settled()
            let deal = try await office.hubspotID(.deal, artis: affaire)
            try await scene.change("affaires", affaire, ["statutAvantVente": "Gagnée", "montant": "900.00"])
            try await office.fleet.settled()
            let there = try await scene.hubspot("deals", deal)
            #expect(there["dealstage"]?.text == scene.stages["Gagnée"] && there["amount"]?.text == "900.00")
            try await scene.edit("deals", deal, ["amount": "1", "dealname": "Portail battant"])
            try await office.fleet.settled()
            #expect(try await scene.hubspot("deals", deal)["amount"]?.text == "900.00")
            let fields = try #require(try await office.fields(.deal, deal))
            #expect(fields["intitule"] == "Portail battant" && fields["montant"] == "900.00")
            #expect(try await office.conflicts(.deal, deal).map(\.cause) == [.locked])
        }
    }
}
