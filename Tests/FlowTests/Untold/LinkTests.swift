import Database
import Domain
import FoundationEssentials
import HTTP
import TestKit
import Testing

/// `passerelle link` and `passerelle forget`: what a person says of records, and what the fleet makes of it.
@Suite(.office(), .judged, .serialized) struct LinkTests {
    @Test("R28 R24 link makes one pair of two deals that exist: merged as a first link, ticked, and once")
    func deals() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let company = try await scene.company(siret: Fresh.siret)
        try await office.fleet.settled()
        let tiers = try await office.artisID(.company, company)
        let affaire = try await office.beforeListening {
            try await office.affaire(of: tiers, ["montant": .null, "dateConclusion": "2026-12-24", "intitule": "Charpente"])
        }
        let deal = try await scene.deal(of: company, ticked: false, title: "Toiture")
        try await office.fleet.settled()
        #expect(try await office.standing(.deal, artis: affaire) == nil)
        let count = try await (office.records(.deal).count, scene.artis("affaires").count)

        let (code, output) = try await office.fleet.passerelle("link", "deal", deal, "artis:\(affaire)")
        #expect(code == 0, "\(output)")
        try await office.fleet.settled()
        try await office.expect(.deal, deal, .synced)
        #expect(try await office.hubspotID(.deal, artis: affaire) == deal)
        let there = try await scene.hubspot("deals", deal)
        #expect(there["dealname"] == "Charpente" && there["closedate"]?.text?.hasPrefix("2026-12-24") == true)
        #expect(there["synchro_artis"] == "true" && there["amount"]?.text == "1200.5")
        let here = try #require(try await office.fields(.deal, deal))
        #expect(here["intitule"] == "Charpente" && here["montant"] == "1200.50")
        #expect(try await office.conflicts(.deal, deal).map(\.field) == [.title])

        #expect(try await office.fleet.passerelle("link", "deal", deal, "artis:\(affaire)").code == 0)
        try await office.fleet.settled()
        #expect(try await (office.records(.deal).count, scene.artis("affaires").count) == count)
        try await scene.edit("deals", deal, ["amount": "77"])
        try await office.fleet.settled()
        #expect(try await office.fields(.deal, deal)?["montant"] == "77.00")
    }

    @Test("R28 link of a file: each line by itself, refused with its reason, and nothing of it is written")
    func file() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let (home, other) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
        let taken = try await scene.deal(of: home)
        try await office.fleet.settled()
        let (tiers, takenAffaire) = try await (office.artisID(.company, home), office.artisID(.deal, taken))
        let (good, free, mail) = try await office.beforeListening {
            try await (
                office.affaire(of: tiers), office.affaire(of: tiers),
                office.action(of: tiers, ("Commerce", "Mail", "Envoi d'offre"))
            )
        }
        let deal = try await scene.deal(of: home, ticked: false)
        let elsewhere = try await scene.deal(of: other, ticked: false)
        let spare = try await scene.deal(of: home, ticked: false)
        let call = try await scene.call(of: [("companies", home, false)])
        try await office.fleet.settled()
        let path = "\(office.fleet.folder)/pairs.csv"
        let lines = [
            "deal,\(deal),artis:\(good)", "", "deal,\(elsewhere),artis:\(free)", "deal,\(taken),artis:\(free)",
            "deal,\(spare),artis:\(takenAffaire)", "deal,999999999,artis:\(free)", "deal,\(elsewhere),artis:AF999999",
            "call,\(call),artis:\(mail)", "deal;\(elsewhere);artis:\(free)",
        ]
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let calls = try await (office.records(.deal).count, scene.artis("affaires").count)
        let (code, output) = try await office.fleet.passerelle("link", "--file", path, "--yes", "--json")
        #expect(code == 1)
        let reports = try output.split(separator: "\n").map { try JSON.parse(Array($0.utf8)) }
        let outcomes = reports.map { "\($0["line"]?.int ?? 0) \($0["reason"]?.string ?? $0["outcome"]?.string ?? "")" }
        #expect(
            outcomes == [
                "1 linked", "3 OTHER_COMPANY", "4 HUBSPOT_LINKED", "5 ARTIS_LINKED", "6 HUBSPOT_UNKNOWN", "7 ARTIS_UNKNOWN",
                "8 OTHER_TYPE", "9 LINE_UNREADABLE",
            ])
        try await office.fleet.settled()
        #expect(try await office.hubspotID(.deal, artis: good) == deal)
        #expect(try await office.standing(.deal, artis: free) == nil)
        #expect(try await office.artisID(.deal, taken) == takenAffaire)
        #expect(try await scene.hubspot("deals", elsewhere)["synchro_artis"] == "false")
        #expect(try await (office.records(.deal).count, scene.artis("affaires").count) == calls)
    }

    @Test("R9 R24 link joins a company that stayed out and a tiers that artis had before: synced, ticked, filled both ways")
    func companies() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let siret = Fresh.siret
        let tiers = try await office.beforeListening {
            try await office.tiers(siret: siret, relation: "Client", ["ville": "Brest"])
        }
        let company = try await scene.company(siret: nil, ticked: false, name: "Le Goff", ["phone": "0298111111"])
        try await office.fleet.settled()
        let (code, output) = try await office.fleet.passerelle("link", "company", company, "artis:\(tiers)")
        #expect(code == 0, "\(output)")
        try await office.fleet.settled()
        try await office.expect(.company, company, .synced)
        let there = try await scene.hubspot("companies", company)
        #expect(there["SIRET"]?.text == siret && there["city"] == "Brest" && there["synchro_artis"] == "true")
        #expect(there["name"] == "Ferronnerie Kerbrat")
        #expect(try await office.fields(.company, company)?["telephone"] == "0298111111")
    }

    @Test("forget erases every value that is held of a record, writes nothing, and stops nothing")
    func forget() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let (mail, name) = (Fresh.mail, "Tanguy\(Fresh.number)")
        let contact = try await office.disputedPerson(named: name, mail: mail).contact
        let before = try await office.fleet.sandbox.hubspot(.get, "calls")["last"]?.int ?? 0
        let (code, output) = try await office.fleet.passerelle("forget", "contact", contact, "--yes")
        #expect(code == 0, "\(output)")
        for text in [mail, name] { #expect(try await office.fleet.database.first(CountMentions(text: text)) == 0) }
        try await office.fleet.settled()
        let writes = try await office.fleet.writes(since: before)
        #expect(writes == [])
        try await office.expect(.contact, contact, .synced)
        // Its next change is carried as ever, with what it brings back.
        try await scene.edit("contacts", contact, ["mobilephone": "0611223344"])
        try await office.fleet.settled()
        #expect(try await office.fields(.contact, contact)?["mobile"] == "0611223344")
        #expect(try await office.fleet.passerelle("forget", "contact", "999999999", "--yes").code == 1)
    }
}
