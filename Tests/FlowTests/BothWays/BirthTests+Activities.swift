import Database
import Domain
import HTTP
import TestKit
import Testing

extension BirthTests {
    /// R20, R21: actions commerciales.
    @Suite struct Activities {
        struct Born: CustomTestStringConvertible {
            var kind: Kind
            var triple: (String, String, String)
            var title: String
            var body: String
            var company: Int
            var testDescription: String { kind.rawValue }
        }

        @Test("R20 R14 an action becomes what its triple says, associated with its company", arguments: [
            Born(kind: .call, triple: ("Commerce", "Appel", "Relance"), title: "hs_call_title", body: "hs_call_body", company: 182),
            Born(kind: .call, triple: ("Commerce", "Appel", "Inconnu"), title: "hs_call_title", body: "hs_call_body", company: 182),
            Born(kind: .meeting, triple: ("Ailleurs", "Rendez-vous", "Point"), title: "hs_meeting_title", body: "hs_meeting_body", company: 188),
            Born(kind: .email, triple: ("Commerce", "Mail", "Envoi d'offre"), title: "hs_email_subject", body: "hs_email_html", company: 186),
        ])
        func created(born: Born) async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            try await office.fleet.settled()
            let action = try await office.action(
                of: try await office.artisID(.company, company), born.triple, more: ["collaborateur": "CO0003"])
            try await office.fleet.settled()
            try await office.expect(born.kind, artis: action, .synced)
            let id = try await office.hubspotID(born.kind, artis: action)
            #expect(try await office.standing(born.kind, id) != nil)
            let there = try await scene.hubspot(born.kind.inHubSpot, id)
            #expect(there[born.title] == "Point d’étape" && there[born.body]?.text?.contains("Tout va bien") == true)
            #expect(there["hs_timestamp"]?.text?.hasPrefix("2026-11-05T10:00:00") == true)
            let ines = try await scene.owner("ines.carpentier@atelier-lumen.example")
            #expect(there["hubspot_owner_id"]?.text == ines)
            #expect(there["passerelle_ref"]?.text == "actions:\(action)")
            switch born.kind {
            case .call: #expect(there["hs_call_status"] == "COMPLETED")
            case .meeting: #expect(there["hs_meeting_start_time"]?.text == there["hs_timestamp"]?.text)
            case .email: #expect(there["hs_email_direction"] == "EMAIL")
            case .company, .deal, .contact: Issue.record("no activity")
            }
            #expect(try await office.link(born.kind, id, to: (.company, company)) == [born.company])
            #expect(try await office.holders(born.kind, of: "actions:\(action)", in: "passerelle_ref") == [id])
        }

        @Test("R20 an action without a row in the decision table is not eligible, until there is one")
        func unmapped() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            try await office.fleet.settled()
            let tiers = try await office.artisID(.company, company)
            let action = try await office.action(of: tiers, ("Atelier", "Pose", "Chantier"))
            try await office.fleet.settled()
            try await office.expect(.call, artis: action, .notEligible, .actionUnmapped)
            let rows = [
                ("Commerce", "Appel", "Prospection", "CALL"), ("Commerce", "Rendez-vous", "Visite", "MEETING"),
                ("Commerce", "Mail", "Envoi d'offre", "EMAIL"), ("*", "Appel", "*", "CALL"),
                ("*", "Rendez-vous", "*", "MEETING"), ("*", "Mail", "*", "EMAIL"),
            ]
            try await scene.setActions(rows + [("Atelier", "*", "*", "MEETING")])
            try await office.refresh("artis.actions")
            try await office.fleet.settled()
            try await office.expect(.meeting, artis: action, .synced)
            #expect(try await office.standing(.meeting, artis: action)?.kind == .meeting)
            try await scene.setActions(rows)
            try await office.refresh("artis.actions")
        }

        @Test("R20 an action that moves in artis to another HubSpot type stays what it is, with a conflict")
        func moved() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let call = try await scene.call(of: [("companies", try await scene.company(siret: Fresh.siret), false)])
            try await office.fleet.settled()
            let action = try await office.artisID(.call, call)
            try await scene.change("actions", action, ["type": "Rendez-vous", "motif": "Visite", "objet": "Devenu une visite"])
            try await office.fleet.settled()
            try await office.expect(.call, call, .synced)
            #expect(try await scene.hubspot("calls", call)["hs_call_title"] == "Devenu une visite")
            #expect(try await office.conflicts(.call, call).map(\.cause) == [.typeMoved])
        }

        @Test("R21 links follow both ways: added and taken away in artis, added for a contact that syncs later")
        func links() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let deal = try await scene.deal(of: company)
            let contact = try await scene.contact(of: company, mail: Fresh.mail)
            try await office.fleet.settled()
            let tiers = try await office.artisID(.company, company)
            let (affaire, person) = try await (office.artisID(.deal, deal), office.artisID(.contact, contact))
            // Somebody whom HubSpot cannot have yet: the mail is another's.
            let mail = Fresh.mail
            let holder = try await scene.contact(of: try await scene.company(siret: Fresh.siret), mail: mail)
            try await office.fleet.settled()
            let late = try await office.interlocuteur(of: tiers, mail: mail)
            let action = try await office.action(
                of: tiers, more: ["affaires": [.string(affaire)], "interlocuteurs": [.string(late)]])
            try await office.fleet.settled()
            let call = try await office.hubspotID(.call, artis: action)
            #expect(try await office.link(.call, call, to: (.deal, deal)) == [206])
            try await scene.edit("contacts", holder, ["email": Fresh.mail])
            try await office.fleet.settled()
            let second = try await office.hubspotID(.contact, artis: late)
            #expect(try await office.link(.call, call, to: (.contact, second)) == [194])

            try await scene.change(
                "actions", action, ["affaires": [], "interlocuteurs": [.string(person), .string(late)]])
            try await office.fleet.settled()
            #expect(try await office.link(.call, call, to: (.deal, deal)) == [])
            #expect(try await office.link(.call, call, to: (.contact, contact)) == [194])
            #expect(try await office.link(.call, call, to: (.contact, second)) == [194])
            try await scene.dissociate("calls", call, from: ("contacts", contact))
            try await office.fleet.settled()
            #expect(try await office.artisRecord(.call, action)["champs"]?["interlocuteurs"] == [.string(late)])
        }
    }
}
