import Database
import Domain
import HTTP
import TestKit
import Testing

extension MergeTests {
    /// Two records of HubSpot's become one, under the id of one of them or under a new one.
    @Suite struct Merging {
        enum Linked: String, CaseIterable { case primary, loser, both }

        struct Case {
            var kind: Kind
            var linked: Linked
            var newID: Bool
            var testDescription: String { "\(kind.rawValue)s, \(linked.rawValue) linked\(newID ? ", a new id" : "")" }
        }

        static let cases = [Kind.company, .contact, .deal].flatMap { kind in
            Linked.allCases.flatMap { linked in [false, true].map { Case(kind: kind, linked: linked, newID: $0) } }
        }

        /// Every case at once: they have nothing to do with each other.
        @Test("R26 a merge moves the link to the survivor; of two linked ones the loser stops")
        func merge() async throws {
            let office = try Office.open
            let home = try await office.scene.company(siret: Fresh.siret)
            var merged: [(given: Case, primary: String, loser: String, kept: String, other: String?)] = []
            for given in Self.cases {
                let primary = try await make(given.kind, below: home, linked: given.linked != .loser)
                let loser = try await make(given.kind, below: home, linked: given.linked != .primary)
                merged.append((given, primary, loser, "", nil))
            }
            try await office.fleet.settled()
            for (index, one) in merged.enumerated() {
                let (kind, linked) = (one.given.kind, one.given.linked)
                merged[index].kept = try await office.artisID(kind, linked == .loser ? one.loser : one.primary)
                merged[index].other = linked == .both ? try await office.artisID(kind, one.loser) : nil
            }
            var survivors: [String] = []
            for one in merged {
                survivors.append(try await office.merge(one.given.kind, one.primary, one.loser, newID: one.given.newID))
            }
            try await office.fleet.settled()
            for (one, survivor) in zip(merged, survivors) {
                #expect(one.given.newID == (survivor != one.primary))
                try await office.expect(one.given.kind, artis: one.kept, .synced)
                let id = try await office.hubspotID(one.given.kind, artis: one.kept)
                #expect(id == survivor, "\(one.given.testDescription)")
                if let other = one.other { try await office.expect(one.given.kind, artis: other, .stopped, .mergedInHubSpot) }
            }
            try await expectWork(zip(merged, survivors).map { ($0.given, $1, $0.kept) })
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
        private func expectWork(_ all: [(given: Case, survivor: String, kept: String)]) async throws {
            let office = try Office.open
            for (given, survivor, kept) in all {
                let (there, here) = Self.fields(given.kind)
                try await office.scene.edit(given.kind.inHubSpot, survivor, [there.property: "Après"])
                try await office.scene.change(given.kind.inArtis, kept, [here.name: "77.00"])
            }
            try await office.fleet.settled()
            for (given, survivor, kept) in all {
                let (there, here) = Self.fields(given.kind)
                let carried = try await office.artisRecord(given.kind, kept)["champs"]?[there.name]?.text
                let back = try await office.scene.hubspot(given.kind.inHubSpot, survivor)[here.property]?.text
                #expect(carried == "Après" && back == "77.00", "\(given.testDescription)")
            }
        }

        /// One field that HubSpot's people change and one that artis' do.
        private static func fields(_ kind: Kind) -> (SharedField, SharedField) {
            let fields = SharedField.of(kind)
            return kind == .deal ? (fields[0], fields[1]) : (fields[2], fields[4])
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

        @Test("R9 R26 a company that was merged away holds its SIRET no longer, also where it is read before its pair has followed")
        func holder() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let siret = Fresh.siret
            let (primary, loser) = try await (scene.company(siret: nil, ticked: false), scene.company(siret: siret, ticked: false))
            try await office.fleet.settled()
            var tiers = ""
            try await office.without("company-worker") {
                _ = try await office.merge(.company, primary, loser)
                tiers = try await office.tiers(siret: siret)
            }
            try await office.fleet.settled()
            try await office.expect(.company, artis: tiers, .synced)
            #expect(try await office.hubspotID(.company, artis: tiers) == primary)
            #expect(try await office.fleet.database.run(FindSIRETs([siret])).map(\.hubspotID) == [ID(primary)])
        }

        /// The calls are below another company: nobody looks at them because a deal or contact is merged.
        @Test("R21 R26 an activity that was linked with the loser is linked with the survivor, whether the loser was synced or not")
        func activities() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (home, other) = try await (scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret))
            var merged: [(kind: Kind, primary: String, loser: String, call: String)] = []
            for (kind, isLinked) in [(Kind.deal, true), (.deal, false), (.contact, true), (.contact, false)] {
                let primary = try await make(kind, below: home, linked: true)
                let loser = try await make(kind, below: home, linked: isLinked)
                let call = try await scene.call(of: [("companies", other, false), (kind.inHubSpot, loser, false)])
                merged.append((kind, primary, loser, call))
            }
            try await office.fleet.settled()
            for one in merged { _ = try await office.merge(one.kind, one.primary, one.loser) }
            try await office.fleet.settled()
            for one in merged {
                let survivor = try await office.artisID(one.kind, one.primary)
                let field = one.kind == .deal ? "affaires" : "interlocuteurs"
                // A loser that was synced stands in artis as before, linked as before.
                let carried = try await office.fields(.call, one.call)?[field]?.array ?? []
                #expect(carried.contains(.string(survivor)), "\(one)")
            }
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
