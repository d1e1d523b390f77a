import Database
import Domain
import HTTP
import TestKit
import Testing

/// What exists when a company is ticked is found by associations, and nothing else is. Without webhooks, so that nobody
/// tells of the activities.
@Suite(.office(webhooks: false), .judged) struct DiscoveryTests {
    @Test("R13 a company that gets its box last brings its deals, contacts and activities, exactly those, in few calls")
    func discovery() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let company = try await scene.company(siret: Fresh.siret, ticked: false)
        let other = try await scene.company(siret: Fresh.siret, ticked: false)
        let here = ("companies", company, false)
        let deals = try await (scene.deal(of: company), scene.deal(of: company, ticked: false))
        let contacts = try await (
            scene.contact(of: company, mail: Fresh.mail), scene.contact(of: company, mail: Fresh.mail, ticked: false)
        )
        var wanted: Set<String> = ["companies:\(company)", "deals:\(deals.0)", "contacts:\(contacts.0)"]
        for _ in 1...20 { wanted.insert("calls:\(try await scene.call(of: [here]))") }
        wanted.insert("meetings:\(try await scene.meeting(of: [here, ("contacts", contacts.1, false)]))")
        wanted.insert("emails:\(try await scene.email(of: [here]))")
        // Known to deals and contacts only, ticked or not.
        wanted.insert("emails:\(try await scene.email(of: [("deals", deals.0, false)]))")
        wanted.insert("calls:\(try await scene.call(of: [("deals", deals.1, false)]))")
        wanted.insert("meetings:\(try await scene.meeting(of: [("contacts", contacts.0, false)]))")
        // Another company's, though a deal of this one is mentioned.
        _ = try await scene.call(of: [("companies", other, false), ("deals", deals.0, false)])
        _ = try await scene.deal(of: other)
        _ = try await scene.email(of: [("companies", other, false)])
        try await office.fleet.settled()
        #expect(try await scene.writes().isEmpty)
        // At a pace at which what arrives while a call waits joins the next batch.
        try await scene.setParameter("HUBSPOT_DELAI_APPELS", "60")
        try await office.refresh("artis.delay")

        let before = try await office.fleet.sandbox.hubspot(.get, "calls")["last"]?.int ?? 0
        try await scene.edit("companies", company, ["synchro_artis": "true"])
        try await office.fleet.settled()
        let created = Set(try await scene.writes().compactMap { $0["referenceExterne"]?.string })
        #expect(created == wanted)
        try await office.expect(.company, other, .notEligible, .syncNotRequested)

        // Five types below the company, three below its deals and its contacts each, and whose those are: however much
        // there is. And far fewer calls in all than a connector makes that goes record by record.
        #expect(try await office.fleet.database.callsToday()[.discovery] == 14)
        let paths = try await office.fleet.sandbox.hubspot(.get, "calls?system=hubspot&since=\(before)")["calls"]?.array?
            .compactMap { $0["path"]?.string }.filter { $0.hasPrefix("/crm/") && !$0.hasSuffix("/search") } ?? []
        #expect(paths.count <= 2 * wanted.count, "\(paths)")
    }
}
