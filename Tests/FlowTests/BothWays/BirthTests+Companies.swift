import Domain
import HTTP
import TestKit
import Testing

extension BirthTests {
    /// R9, R6: prospects and clients.
    @Suite struct Companies {
        @Test("R9 a prospect or client of artis appears in HubSpot with its box ticked and the stage of R8, once", arguments: ["Prospect", "Client"])
        func created(relation: String) async throws {
            let office = try Office.open
            let siret = Fresh.siret
            let tiers = try await office.tiers(
                siret: siret, relation: relation, ["ville": "Concarneau", "ingenieurCommercial": "CO0002"])
            try await office.fleet.settled()
            try await office.expect(.company, artis: tiers, .synced)
            let company = try await office.hubspotID(.company, artis: tiers)
            let there = try await office.scene.hubspot("companies", company)
            #expect(there["name"] == "Ferronnerie Kerbrat" && there["city"] == "Concarneau" && there["SIRET"]?.text == siret)
            #expect(there["synchro_artis"] == "true" && there["lifecyclestage"]?.text == Scene.trigger)
            #expect(there["passerelle_ref"]?.text == "tiers:\(tiers)")
            let loic = try await office.scene.owner("loic.beziat@atelier-lumen.example")
            #expect(there["ingenieur_commercial"]?.text == loic)
            #expect(try await office.holders(.company, of: siret, in: "SIRET") == [company])
            #expect(try await office.artisRecord(.company, tiers)["version"]?.int == 1)
        }

        @Test("R9 a suspect, a former client and one off target are not sent, until the relation becomes Prospect or Client",
            arguments: ["Suspect", "AncienClient", "HorsCible"])
        func relations(relation: String) async throws {
            let office = try Office.open
            let siret = Fresh.siret
            let tiers = try await office.tiers(siret: siret, relation: relation)
            try await office.fleet.settled()
            try await office.expect(.company, artis: tiers, .notEligible, .relationNotSent)
            #expect(try await office.holders(.company, of: siret, in: "SIRET") == [])
            try await office.scene.change("tiers", tiers, ["relation": "Client"])
            try await office.fleet.settled()
            try await office.expect(.company, artis: tiers, .synced)
            // R11: what has begun does not stop.
            try await office.scene.change("tiers", tiers, ["relation": .string(relation), "ville": "Pont-Aven"])
            try await office.fleet.settled()
            let company = try await office.hubspotID(.company, artis: tiers)
            try await office.expect(.company, company, .synced)
            #expect(try await office.scene.hubspot("companies", company)["city"] == "Pont-Aven")
        }

        @Test("R9 R4 a HubSpot company with that SIRET, however spelt, is linked: its box is ticked, its stage left alone")
        func linked() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let siret = Fresh.siret
            let spelt = "\(siret.prefix(3)) \(siret.dropFirst(3).prefix(6))-\(siret.dropFirst(9))\u{a0}"
            let company = try await scene.company(siret: spelt, stage: "lead", ticked: false, ["city": "Brest"])
            try await office.fleet.settled()
            let tiers = try await office.tiers(siret: siret, ["telephone": "0298000001"])
            try await office.fleet.settled()
            try await office.expect(.company, company, .synced)
            #expect(try await office.artisID(.company, company) == tiers)
            let there = try await scene.hubspot("companies", company)
            #expect(there["synchro_artis"] == "true" && there["lifecyclestage"] == "lead")
            #expect(there["phone"] == "0298000001" && there["name"] == "Ferronnerie Kerbrat")
            #expect(try await office.fields(.company, company)?["ville"] == "Brest")
            let held = try await office.records(.company).filter {
                $0["properties"]?["SIRET"]?.text?.filter(\.isNumber) == siret
            }
            #expect(held.count == 1)
        }

        @Test("R6 without a valid SIRET a prospect of artis is blocked, and goes on once it has one", arguments: [nil, "123"])
        func withoutSIRET(siret: String?) async throws {
            let office = try Office.open
            let tiers = try await office.tiers(siret: siret)
            try await office.fleet.settled()
            try await office.expect(.company, artis: tiers, .blocked, siret == nil ? .siretMissing : .siretInvalid)
            try await office.scene.change("tiers", tiers, ["siret": .string(Fresh.siret)])
            try await office.fleet.settled()
            try await office.expect(.company, artis: tiers, .synced)
        }

        @Test("R6 a prospect whose SIRET a linked company holds is blocked, and goes on when that one's SIRET changes")
        func duplicate() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (siret, later) = (Fresh.siret, Fresh.siret)
            let company = try await scene.company(siret: siret)
            try await office.fleet.settled()
            let holder = try await office.artisID(.company, company)
            // The holder's own fiche has lost its SIRET in artis, which so lets a second one have it.
            try await scene.change("tiers", holder, ["siret": .null])
            let tiers = try await office.tiers(siret: siret)
            try await office.fleet.settled()
            try await office.expect(.company, artis: tiers, .blocked, .siretDuplicate)
            try await scene.edit("companies", company, ["SIRET": later])
            try await office.fleet.settled()
            try await office.expect(.company, artis: tiers, .synced)
            #expect(try await office.hubspotID(.company, artis: tiers) != company)
        }

        @Test("R7 a SIRET that is cleared, spoilt or taken in artis is not carried: a warning, and the rest goes on", arguments: ["", "123"])
        func notCarried(later: String) async throws {
            let office = try Office.open
            let siret = Fresh.siret
            let tiers = try await office.tiers(siret: siret)
            try await office.fleet.settled()
            let company = try await office.hubspotID(.company, artis: tiers)
            let value = later.isEmpty ? JSON.null : .string(later)
            try await office.scene.change("tiers", tiers, ["siret": value, "ville": "Fouesnant"])
            try await office.fleet.settled()
            try await office.expect(.company, company, .synced)
            #expect(try await office.warnings(.company, company) == [.siretNotCarried])
            let there = try await office.scene.hubspot("companies", company)
            #expect(there["SIRET"]?.text == siret && there["city"] == "Fouesnant")
        }

        @Test("R9 R24 both halves are born at one instant and become one pair")
        func twins() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            var sirets: [String] = []
            for _ in 0..<4 { sirets.append(Fresh.siret) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for siret in sirets {
                    group.addTask { _ = try await scene.company(siret: siret) }
                    group.addTask { _ = try await office.tiers(siret: siret) }
                }
                try await group.waitForAll()
            }
            try await office.fleet.settled()
            for siret in sirets {
                let there = try await office.holders(.company, of: siret, in: "SIRET")
                let here = try await scene.artis("tiers").filter { $0["champs"]?["siret"]?.text == siret }
                #expect(there.count == 1 && here.count == 1)
                let company = try #require(there.first)
                try await office.expect(.company, company, .synced)
                #expect(try await office.artisID(.company, company) == here.first?["id"]?.text)
            }
        }

        @Test("R9 R8 without the trigger parameter a prospect is blocked, and released by its return")
        func withoutTrigger() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let code = "HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE"
            try await scene.setParameter(code, nil)
            try await office.refresh("artis.trigger")
            let tiers = try await office.tiers(siret: Fresh.siret)
            try await office.fleet.settled()
            try await office.expect(.company, artis: tiers, .blocked, .triggerNotSet)
            try await scene.setParameter(code, Scene.trigger)
            try await office.refresh("artis.trigger")
            try await office.expect(.company, artis: tiers, .synced)
        }
    }
}
