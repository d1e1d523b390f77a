import Domain
import HTTP
import TestKit
import Testing

extension RuleTests {
    /// Activities: what they become in artis, and what they are linked with.
    @Suite struct Activities {
        @Test("R20 a call, a meeting and an e-mail are actions of the first row of their type without wildcards")
        func triples() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let links = [("companies", try await scene.company(siret: Fresh.siret), false)]
            let (call, meeting, email) = try await (scene.call(of: links), scene.meeting(of: links), scene.email(of: links))
            try await office.fleet.settled()
            for (kind, id, triple) in [
                (Kind.call, call, ["Commerce", "Appel", "Prospection"]),
                (.meeting, meeting, ["Commerce", "Rendez-vous", "Visite"]), (.email, email, ["Commerce", "Mail", "Envoi d'offre"]),
            ] {
                let fields = try #require(try await office.fields(kind, id), "\(kind)")
                #expect(["domaine", "type", "motif"].map { fields[$0]?.string } == triple)
            }
            let fields = try #require(try await office.fields(.call, call))
            #expect(fields["objet"] == "Point téléphonique" && fields["compteRendu"] == "Rappeler")
            #expect(fields["date"]?.string?.hasPrefix("2026-11-02T09:30:00") == true)
        }

        @Test("R20 without a row of its type an activity is not eligible, until there is one")
        func unmapped() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let call = ("Commerce", "Appel", "Prospection", "CALL")
            let meeting = ("Commerce", "Rendez-vous", "Visite", "MEETING")
            let email = ("Commerce", "Mail", "Envoi d'offre", "EMAIL")
            try await scene.setActions([call, meeting, ("*", "Mail", "*", "EMAIL")])
            try await office.refresh("artis.actions")
            let links = [("companies", try await scene.company(siret: Fresh.siret), false)]
            let (unmapped, neighbour) = try await (scene.email(of: links), scene.call(of: links))
            try await office.fleet.settled()
            try await office.expect(.email, unmapped, .notEligible, .actionUnmapped)
            try await office.expect(.call, neighbour, .synced)
            try await scene.setActions([call, meeting, email])
            try await office.refresh("artis.actions")
            try await office.expect(.email, unmapped, .synced)
        }

        @Test("R21 an activity is linked with its synced contacts and deals; one that syncs later is added then")
        func links() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let deal = try await scene.deal(of: company)
            let contact = try await scene.contact(of: company, mail: Fresh.mail)
            let late = try await scene.contact(of: company, mail: Fresh.mail, ticked: false)
            let call = try await scene.call(
                of: [("companies", company, false), ("deals", deal, false), ("contacts", contact, false), ("contacts", late, false)])
            try await office.fleet.settled()
            let affaire = try await office.artisID(.deal, deal)
            let first = try await office.artisID(.contact, contact)
            #expect(try await office.fields(.call, call)?["affaires"] == [.string(affaire)])
            #expect(try await office.fields(.call, call)?["interlocuteurs"] == [.string(first)])

            try await scene.edit("contacts", late, ["synchro_artis": "true"])
            try await office.fleet.settled()
            let second = try await office.artisID(.contact, late)
            let linked = try await office.fields(.call, call)?["interlocuteurs"]?.array?.compactMap(\.string) ?? []
            #expect(Set(linked) == [first, second])
        }

        @Test("R1 R21 the person of an activity is a collaborateur where artis knows them, else a warning")
        func person() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let company = try await scene.company(siret: Fresh.siret)
            let known = try await scene.call(of: [("companies", company, false)])
            let unknown = try await scene.call(of: [("companies", company, false)])
            try await scene.edit(
                "calls", known, ["hubspot_owner_id": try await scene.owner("herve.doeuvre@atelier-lumen.example")])
            try await scene.edit("calls", unknown, ["hubspot_owner_id": try await scene.owner("stage@atelier-lumen.example")])
            try await office.fleet.settled()
            #expect(try await office.fields(.call, known)?["collaborateur"] == "CO0004")
            #expect(try await office.fields(.call, unknown)?["collaborateur"] == nil)
            #expect(try await office.warnings(.call, unknown) == [.personUnmatched])
        }
    }
}
