import Database
import Domain
import HTTP
import TestKit
import Testing

extension MergeTests {
    @Suite struct Deletion {
        @Test("R26 a company archived in HubSpot stops, and what hangs on it waits; restored, all goes on with what changed")
        func archivedCompany() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let deal = try await scene.deal(of: company)
            try await office.fleet.settled()
            let (tiers, affaire) = try await (office.artisID(.company, company), office.artisID(.deal, deal))
            try await office.archive(.company, company)
            try await office.fleet.settled()
            try await office.expect(.company, artis: tiers, .stopped, .deletedInHubSpot)
            #expect(try await office.artisRecord(.company, tiers)["supprime"] != true)

            try await scene.change("tiers", tiers, ["ville": "Morlaix"])
            try await scene.change("affaires", affaire, ["montant": "5.00"])
            try await scene.edit("deals", deal, ["dealname": "Rebaptisée"])
            let late = try await office.affaire(of: tiers)
            try await office.fleet.settled()
            try await office.expect(.deal, artis: affaire, .waiting, .companyStopped)
            try await office.expect(.deal, artis: late, .waiting, .companyStopped)
            #expect(try await office.artisRecord(.deal, affaire)["champs"]?["intitule"] == "Remise à neuf")
            #expect(try await office.holders(.company, of: "tiers:\(tiers)", in: "passerelle_ref") == [])

            try await office.restore(.company, company)
            try await office.fleet.settled()
            try await office.expect(.company, company, .synced)
            try await office.expect(.deal, deal, .synced)
            try await office.expect(.deal, artis: late, .synced)
            #expect(try await scene.hubspot("companies", company)["city"] == "Morlaix")
            #expect(try await scene.hubspot("deals", deal)["amount"]?.text == "5.00")
            #expect(try await office.fields(.deal, deal)?["intitule"] == "Rebaptisée")
        }

        @Test("R13 R26 what is looked at before its company is known to be away waits for it, and goes on when that is back", arguments: [
            true, false,
        ])
        func lookedAtInVain(isBackUnseen: Bool) async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let contact = try await scene.contact(of: company, mail: Fresh.mail)
            try await office.fleet.settled()
            let person = try await office.artisID(.contact, contact)
            try await office.without("company-worker") {
                try await office.archive(.company, company)
                try await scene.edit("contacts", contact, ["jobtitle": "Gérante"])
                try await office.fleet.until("a look in vain") { try await office.standing(.contact, contact)?.reason == .noCompany }
                if isBackUnseen { try await office.restore(.company, company) }
            }
            if !isBackUnseen {
                try await office.expect(.contact, artis: person, .waiting, .companyStopped)
                try await office.restore(.company, company)
                try await office.fleet.settled()
            }
            try await office.expect(.contact, contact, .synced)
            #expect(try await office.fields(.contact, contact)?["fonction"] == "Gérante")
        }

        @Test("R12 R26 a deal that hangs on other companies, too, goes on when its own one is back")
        func archivedPrimary() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let deal = try await scene.deal(of: company)
            for _ in 0..<2 {
                let other = try await scene.company(siret: Fresh.siret)
                try await scene.associate("deals", deal, with: ("companies", other, false))
            }
            try await office.fleet.settled()
            try await office.archive(.company, company)
            try await office.fleet.settled()
            try await scene.edit("deals", deal, ["dealname": "Rebaptisée"])
            try await office.fleet.settled()
            #expect(try await office.standing(.deal, deal)?.state != .synced)
            try await office.restore(.company, company)
            try await office.fleet.settled()
            try await expectEqual(.deal, deal)
            #expect(try await office.fields(.deal, deal)?["intitule"] == "Rebaptisée")
        }

        @Test("R26 what is archived in HubSpot is not made again when artis changes it; restored, it goes on", arguments: [Kind.deal, .contact, .call])
        func archived(kind: Kind) async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (id, artisID) = try await linked(kind)
            let count = try await office.records(kind).count
            try await office.archive(kind, id)
            try await office.fleet.settled()
            try await office.expect(kind, artis: artisID, .stopped, .deletedInHubSpot)
            let field = SharedField.of(kind)[1]
            let value = JSON.string(field.value(1, try await AccountWords(scene)).artis)
            try await scene.change(kind.inArtis, artisID, [field.name: value])
            try await office.fleet.settled()
            try await office.expect(kind, artis: artisID, .stopped, .deletedInHubSpot)
            #expect(try await office.records(kind).count == count)
            try await office.restore(kind, id)
            try await office.fleet.settled()
            try await expectEqual(kind, id)
        }

        @Test("R26 what is deleted in artis stays in HubSpot, unchanged by us; restored, it goes on", arguments: [Kind.company, .deal, .contact, .call])
        func deletedInArtis(kind: Kind) async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (id, artisID) = try await linked(kind)
            let count = try await scene.artis(kind.inArtis).count
            try await office.deleteInArtis(kind, artisID)
            try await office.fleet.settled()
            try await office.expect(kind, id, .stopped, .deletedInArtis)
            #expect(try await office.record(kind, id)["archived"] == false)
            let field = SharedField.of(kind)[kind == .company ? 2 : 1]
            try await scene.edit(kind.inHubSpot, id, [field.property: field.value(2, try await AccountWords(scene)).hubspot])
            try await office.fleet.settled()
            try await office.expect(kind, id, .stopped, .deletedInArtis)
            #expect(try await scene.artis(kind.inArtis).count == count)
            try await office.restoreInArtis(kind, artisID)
            try await office.fleet.settled()
            try await expectEqual(kind, id)
        }

        @Test("R26 a new, eligible company with the SIRET of one that was archived takes over its tiers")
        func takeover() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let siret = Fresh.siret
            let old = try await scene.company(siret: siret)
            try await office.fleet.settled()
            let tiers = try await office.artisID(.company, old)
            try await office.archive(.company, old)
            try await office.fleet.settled()
            let new = try await scene.company(siret: siret, name: "Établissements Durand et Fils")
            let deal = try await scene.deal(of: new)
            try await office.fleet.settled()
            try await office.expect(.company, new, .synced)
            try await office.expect(.deal, deal, .synced)
            #expect(try await office.artisID(.company, new) == tiers)
            #expect(try await office.fields(.deal, deal)?["tiers"]?.string == tiers)
            let held = try await scene.artis("tiers").filter { $0["champs"]?["siret"]?.text == siret }
            #expect(held.count == 1)
        }

        @Test("R26 a privacy deletion erases every value that Passerelle holds of a person, and stops the pair")
        func privacy() async throws {
            let office = try Office.open
            let (mail, name) = (Fresh.mail, "Quéméneur\(Fresh.number)")
            let (contact, person) = try await office.disputedPerson(named: name, mail: mail)
            try await office.fleet.sandbox.hubspot(.post, "hubspot/contacts/\(contact)/privacy-delete")
            try await office.fleet.settled()
            try await office.expect(.contact, artis: person, .stopped, .deletedInHubSpot)
            for text in [mail, name] { #expect(try await office.fleet.database.first(CountMentions(text: text)) == 0) }
            #expect(try await office.artisRecord(.contact, person)["champs"]?["mail"]?.text == mail)
            // Nor does what artis changes later bring them back.
            try await office.scene.change("interlocuteurs", person, ["fonction": "Retraité"])
            try await office.fleet.settled()
            for text in [mail, name] { #expect(try await office.fleet.database.first(CountMentions(text: text)) == 0) }
        }

        /// A synced record below a company of its own, and its id in artis.
        private func linked(_ kind: Kind) async throws -> (id: String, artisID: String) {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let id =
                switch kind {
                case .company: company
                case .deal: try await scene.deal(of: company)
                case .contact: try await scene.contact(of: company, mail: Fresh.mail)
                case .call, .meeting, .email: try await scene.call(of: [("companies", company, false)])
                }
            try await office.fleet.settled()
            return (id, try await office.artisID(kind, id))
        }

        private func expectEqual(_ kind: Kind, _ id: String, at location: SourceLocation = #_sourceLocation) async throws {
            let office = try Office.open
            try await office.expect(kind, id, .synced, at: location)
            let sides = try await BothSides(office)
            let pair = try #require(sides.pairs.first { $0.kind == kind && $0.hubspotID == id }, sourceLocation: location)
            #expect(sides.differences(pair, except: ["civilite"]) == [], sourceLocation: location)
        }
    }
}
