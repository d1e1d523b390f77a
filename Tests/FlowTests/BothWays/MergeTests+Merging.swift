import Database
import Domain
import HTTP
import TestKit
import Testing

extension MergeTests {
    /// Two records of HubSpot's become one, under the id of one of them or under a new one.
    @Suite struct Merging {
        enum Linked: String, CaseIterable { case primary, loser, both }

        struct Case: CustomTestStringConvertible {
            var kind: Kind
            var linked: Linked
            var newID: Bool
            var testDescription: String { "\(kind.rawValue)s, \(linked.rawValue) linked\(newID ? ", a new id" : "")" }
        }

        static let cases = [Kind.company, .contact, .deal].flatMap { kind in
            Linked.allCases.flatMap { linked in [false, true].map { Case(kind: kind, linked: linked, newID: $0) } }
        }

        @Test("R26 a merge moves the link to the survivor; of two linked ones the loser stops", arguments: cases)
        func merge(_ given: Case) async throws {
            let office = try Office.open
            let home = try await office.scene.company(siret: Fresh.siret)
            let primary = try await make(given.kind, below: home, linked: given.linked != .loser)
            let loser = try await make(given.kind, below: home, linked: given.linked != .primary)
            try await office.fleet.settled()
            let kept = try await office.artisID(given.kind, given.linked == .loser ? loser : primary)
            let other = given.linked == .both ? try await office.artisID(given.kind, loser) : nil

            let survivor = try await office.merge(given.kind, primary, loser, newID: given.newID)
            try await office.fleet.settled()
            #expect(given.newID == (survivor != primary))
            try await office.expect(given.kind, artis: kept, .synced)
            #expect(try await office.hubspotID(given.kind, artis: kept) == survivor)
            if let other { try await office.expect(given.kind, artis: other, .stopped, .mergedInHubSpot) }
            try await expectWork(given.kind, survivor, kept)
        }

        /// - Parameter linked: else it exists in HubSpot alone, unticked.
        private func make(_ kind: Kind, below home: String, linked: Bool) async throws -> String {
            let scene = try Office.open.scene
            return switch kind {
            case .company: try await scene.company(siret: linked ? Fresh.siret : nil, ticked: linked)
            case .deal: try await scene.deal(of: home, ticked: linked)
            case .contact: try await scene.contact(of: home, mail: Fresh.mail, ticked: linked)
            case .call, .meeting, .email: throw NoMerge()
            }
        }

        private struct NoMerge: Error {}

        /// What people change on either side of a merged pair arrives on the other.
        private func expectWork(_ kind: Kind, _ survivor: String, _ kept: String) async throws {
            let office = try Office.open
            let names: [(String, String)] =
                switch kind {
                case .company: [("city", "ville"), ("phone", "telephone")]
                case .deal: [("dealname", "intitule"), ("amount", "montant")]
                case .contact: [("jobtitle", "fonction"), ("phone", "telephone")]
                case .call, .meeting, .email: []
                }
            let (there, here) = (names[0], names[1])
            try await office.scene.edit(kind.inHubSpot, survivor, [there.0: "Après"])
            try await office.scene.change(kind.inArtis, kept, [here.1: kind == .deal ? "77.00" : "0298777777"])
            try await office.fleet.settled()
            #expect(try await office.artisRecord(kind, kept)["champs"]?[there.1] == "Après")
            let value = try await office.scene.hubspot(kind.inHubSpot, survivor)[here.0]?.text
            #expect(value == (kind == .deal ? "77.00" : "0298777777"))
        }

        @Test("R26 what hangs on a merged company goes with it, parked or synced", arguments: [false, true])
        func dependants(newID: Bool) async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (primary, loser) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
            let (deal, contact) = try await (scene.deal(of: loser), scene.contact(of: loser, mail: Fresh.mail))
            let call = try await scene.call(of: [("companies", loser, false)])
            try await office.fleet.settled()
            let (kept, lost) = try await (office.artisID(.company, primary), office.artisID(.company, loser))
            // Born in artis below the loser while the merge is told.
            let affaire = try await office.affaire(of: lost)
            let survivor = try await office.merge(.company, primary, loser, newID: newID)
            try await office.fleet.settled()
            try await office.expect(.company, artis: kept, .synced)
            try await office.expect(.company, artis: lost, .stopped, .mergedInHubSpot)
            for (kind, id) in [(Kind.deal, deal), (.contact, contact), (.call, call)] {
                try await office.expect(kind, id, .synced)
                #expect(try await office.fields(kind, id)?["tiers"]?.string == kept, "\(kind)")
                #expect(try await office.link(kind, id, to: (.company, survivor)).isEmpty == false, "\(kind)")
            }
            // Whichever came first: it hangs on the survivor, or waits below the one that stopped.
            let born = try #require(try await office.standing(.deal, artis: affaire))
            #expect(born.state == .synced || born.reason == .companyStopped)
        }

        @Test("R26 a dependant that waited for the loser, which was not synced, is released by the survivor that is")
        func parked() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let primary = try await scene.company(siret: Fresh.siret)
            let loser = try await scene.company(siret: nil, ticked: false)
            let deal = try await scene.deal(of: loser)
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .waiting, .companyNotSynced)
            _ = try await office.merge(.company, primary, loser)
            try await office.fleet.settled()
            try await office.expect(.deal, deal, .synced)
            #expect(try await office.fields(.deal, deal)?["tiers"]?.string == office.artisID(.company, primary))
        }
    }
}
