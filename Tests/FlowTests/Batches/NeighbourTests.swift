import Database
import Domain
import HTTP
import TestKit
import Testing

/// One bad record in a batch costs its neighbours nothing. The worker is away while people work, so that their records
/// share its first batch.
@Suite(.office(), .judged, .serialized) struct NeighbourTests {
    @Test("a record that artis refuses is blocked with its reason; its neighbours are written, and it is, once mended")
    func refusedByArtis() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let company = try await scene.company(siret: Fresh.siret)
        try await office.fleet.settled()
        var contacts: [String] = []
        try await office.without("contact-worker") {
            for _ in 1...6 { contacts.append(try await scene.contact(of: company, mail: Fresh.mail)) }
            try await scene.edit("contacts", contacts[2], ["phone": String(repeating: "0", count: 60)])
        }
        try await office.expect(.contact, contacts[2], .blocked, .artisRefused, detail: "telephone")
        for contact in contacts where contact != contacts[2] { try await office.expect(.contact, contact, .synced) }
        try await scene.edit("contacts", contacts[2], ["phone": "01 02 03 04 05"])
        try await office.fleet.settled()
        try await office.expect(.contact, contacts[2], .synced)
    }

    @Test("a record on which artis fails is tried again alone; its neighbours are written, and it is, once artis can")
    func failingInArtis() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let company = try await scene.company(siret: Fresh.siret)
        try await office.fleet.settled()
        let sick = try await office.fleet.sandbox.artis(
            .post, "faults",
            ["kind": "status", "system": "artis", "path": "/v1/affaires/lots", "containing": "Malade", "status": 500])["id"]
        var deals: [String] = []
        try await office.without("deal-worker", awaiting: false) {
            for number in 1...6 { deals.append(try await scene.deal(of: company, title: number == 4 ? "Malade" : "Sain")) }
        }
        try await office.fleet.until("the neighbours are written, the sick one is put off") {
            var states: [State?] = []
            for deal in deals { states.append(try await office.standing(.deal, deal)?.state) }
            return states.enumerated().allSatisfy { $0.element == ($0.offset == 3 ? .retrying : .synced) }
        }
        let row = try #require(try await office.standing(.deal, deals[3]))
        #expect(row.reason == .error && row.attempts >= 1 && row.detail?.contains("500") == true)
        try await office.fleet.sandbox.artis(.delete, "faults/\(sick?.text ?? "")")
        try await office.fleet.settled()
        try await office.expect(.deal, deals[3], .synced)
        #expect(try await office.standing(.deal, deals[3])?.attempts == 0)
    }

    @Test("a record that HubSpot refuses in a batch is blocked with its reason; its neighbours are written, and it is, once mended")
    func refusedByHubSpot() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        try await scene.setLabels("qualite-personne", ["MME", "M", "ME", "PR"])
        try await office.refresh("artis.civilities")
        let company = try await scene.company(siret: Fresh.siret)
        try await office.fleet.settled()
        let tiers = try await office.artisID(.company, company)
        var contacts: [String] = []
        try await office.without("contact-worker") {
            for number in 1...6 {
                let mail = Fresh.mail
                // R28: they are linked, and HubSpot's empty civilité is filled; it has no option PR.
                _ = try await scene.enter(
                    "interlocuteurs",
                    [
                        "tiers": .string(tiers), "titre": number == 5 ? "PR" : "ME", "nom": "Lefèvre", "prenom": "Zoé",
                        "mail": .string(mail),
                    ])
                contacts.append(try await scene.contact(of: company, mail: mail))
            }
        }
        try await office.expect(.contact, contacts[4], .blocked, .hubspotRefused, detail: "civilite")
        for contact in contacts where contact != contacts[4] {
            try await office.expect(.contact, contact, .synced)
            #expect(try await scene.hubspot("contacts", contact)["civilite"] == "ME")
        }
        try await scene.change("interlocuteurs", try await office.artisID(.contact, contacts[4]), ["titre": "M"])
        try await scene.edit("contacts", contacts[4], ["jobtitle": "Gérant"])
        try await office.fleet.settled()
        try await office.expect(.contact, contacts[4], .synced)
        #expect(try await scene.hubspot("contacts", contacts[4])["civilite"] == "M")
    }

    @Test("a record that HubSpot does not have any more stops alone")
    func archived() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let company = try await scene.company(siret: Fresh.siret)
        try await office.fleet.settled()
        var deals: [String] = []
        try await office.without("deal-worker") {
            for _ in 1...4 { deals.append(try await scene.deal(of: company)) }
            try await office.fleet.sandbox.hubspot(.delete, "hubspot/deals/\(deals[1])")
        }
        try await office.expect(.deal, deals[1], .stopped, .deletedInHubSpot)
        #expect(try await office.fields(.deal, deals[1]) == nil)
        for deal in deals where deal != deals[1] { try await office.expect(.deal, deal, .synced) }
    }
}
