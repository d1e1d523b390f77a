import Database
import Domain
import HTTP
import TestKit
import Testing

extension VerifyTests {
    @Test("R9 a tiers with the SIRET of a company that HubSpot held before the first start is linked with it, not created")
    func heldBefore() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let siret = Fresh.siret
        // The fleet has all that it needs to know, and is stopped in the middle of nothing. With the telephone of all
        // companies of this office: another may be merged into it.
        let other = try await office.tiers(siret: Fresh.siret, ["telephone": "0298000000"])
        try await office.fleet.until("a first pair") { try await office.standing(.company, artis: other)?.state == .synced }
        try await office.stopListening()
        let company = try await scene.company(
            siret: "\(siret.prefix(9)) \(siret.dropFirst(9))", stage: "lead", ticked: false, ["phone": "0298000000"])
        // As it is before the first start: nothing was scanned yet, and what was there is news to nobody.
        try await office.fleet.database.execute(DropCursor("siret.scan"))
        try await office.forgetPlaces()
        try await office.listenAgain()
        let tiers = try await office.tiers(siret: siret)
        try await office.fleet.until("a pair of the tiers that is synced") {
            try await office.standing(.company, artis: tiers)?.state == .synced
        }
        try await office.fleet.quiet()
        #expect(try await office.hubspotID(.company, artis: tiers) == company)
        let there = try await scene.hubspot("companies", company)
        #expect(there["synchro_artis"] == "true" && there["lifecyclestage"] == "lead")
        let held = try await office.records(.company).filter {
            $0["properties"]?["SIRET"]?.text?.filter(\.isNumber) == siret
        }
        #expect(held.count == 1)
    }
}
