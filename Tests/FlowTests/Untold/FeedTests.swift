import Database
import Domain
import FoundationEssentials
import HTTP
import TestKit
import Testing

/// The feed of artis is read after a long while: it does not reach back any more (410 `CURSEUR_PERIME`).
@Suite(.office(), .judged, .serialized) struct FeedTests {
    @Test("what changed, was born or deleted while the feed forgot arrives by a full comparison, once, and nothing older")
    func expired() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let company = try await scene.company(siret: Fresh.siret)
        let (deal, lost) = try await (scene.deal(of: company), scene.deal(of: company))
        let (contact, moved) = try await (scene.contact(of: company, mail: Fresh.mail), scene.contact(of: company, mail: Fresh.mail))
        let call = try await scene.call(of: [("companies", company, false)])
        let other = try await scene.company(siret: Fresh.siret)
        try await office.fleet.settled()
        let (tiers, target) = try await (office.artisID(.company, company), office.artisID(.company, other))

        try await office.stopListening()
        let old = try await office.affaire(of: tiers)
        try await office.readFeedUpToNow()
        try await scene.change("tiers", tiers, ["ville": "Landerneau"])
        try await scene.change("affaires", try await office.artisID(.deal, deal), ["montant": "4321.00"])
        try await office.deleteInArtis(.deal, try await office.artisID(.deal, lost))
        try await office.deleteInArtis(.contact, try await office.artisID(.contact, contact))
        try await scene.change("interlocuteurs", try await office.artisID(.contact, moved), ["tiers": .string(target)])
        try await scene.change("actions", try await office.artisID(.call, call), ["objet": "Rappel fait"])
        let born = try await office.tiers(siret: Fresh.siret)
        let affaire = try await office.affaire(of: born)
        let person = try await office.interlocuteur(of: tiers, mail: Fresh.mail)
        let action = try await office.action(of: tiers)
        let before = try await scene.sandbox.hubspot(.get, "calls")["last"]?.int ?? 0
        try await scene.sandbox.artis(.put, "artis/reglages", ["horizonFluxSecondes": 0])
        try await office.listenAgain()
        try await office.fleet.until("a 410 of the feed") {
            let calls = try await scene.sandbox.artis(.get, "calls?system=artis&since=\(before)")["calls"]?.array ?? []
            return calls.contains { $0["status"] == 410 }
        }
        try await scene.sandbox.artis(.put, "artis/reglages", ["horizonFluxSecondes": 600_000])
        try await office.fleet.until("the end of the comparison") {
            try await office.fleet.database.first(ReadCursor("artis.compare")) == nil
        }
        try await office.fleet.settled()

        #expect(try await scene.hubspot("companies", company)["city"] == "Landerneau")
        #expect(try await scene.hubspot("deals", deal)["amount"]?.text == "4321.00")
        #expect(try await scene.hubspot("calls", call)["hs_call_title"] == "Rappel fait")
        #expect(try await office.link(.contact, moved, to: (.company, other)).contains(1))
        try await office.expect(.deal, lost, .stopped, .deletedInArtis)
        try await office.expect(.contact, contact, .stopped, .deletedInArtis)
        for (kind, id) in [(Kind.company, born), (.deal, affaire), (.contact, person), (.call, action)] {
            try await office.expect(kind, artis: id, .synced)
            #expect(try await office.holders(kind, of: "\(kind.inArtis):\(id)", in: "passerelle_ref").count == 1)
        }
        #expect(try await office.standing(.deal, artis: old) == nil)

        // The feed goes on behind it.
        try await scene.change("tiers", born, ["ville": "Crozon"])
        try await office.fleet.settled()
        #expect(try await scene.hubspot("companies", try await office.hubspotID(.company, artis: born))["city"] == "Crozon")
        let lookups = try await scene.sandbox.artis(.get, "calls?system=artis&since=\(before)")["calls"]?.array ?? []
        #expect(lookups.count { $0["status"] == 410 } == 1)
    }
}

extension Office {
    /// As if the feed had been read a moment ago, long after all that artis holds so far: what is unknown of that stays
    /// so. A listing may tell ten minutes late.
    fileprivate func readFeedUpToNow() async throws {
        let text = try #require(try await fleet.database.first(ReadCursor("artis.feed")))
        var place = try JSON.parse(Array(text.utf8)).object ?? [:]
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        place["at"] = JSON(integerLiteral: now + 600_000)
        try await fleet.database.execute(MoveCursor("artis.feed", to: String(decoding: JSON.object(place).serialise(), as: UTF8.self)))
    }
}
