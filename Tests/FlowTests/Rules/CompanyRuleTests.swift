import Domain
import HTTP
import TestKit
import Testing

extension RuleTests {
    /// Companies: matching, SIRET, triggers.
    @Suite struct Companies {
        struct Spelling: CustomTestStringConvertible {
            var siret: String?
            var reason: Reason?

            var testDescription: String { siret ?? "none" }
        }

        @Test(
            "R5 R6 a company without a valid SIRET is blocked; one that is typed with blanks is not",
            arguments: [
                Spelling(siret: nil, reason: .siretMissing), Spelling(siret: "  ", reason: .siretMissing),
                Spelling(siret: "73282932000075", reason: .siretInvalid), Spelling(siret: "732829320", reason: .siretInvalid),
                Spelling(siret: "FR44732829320", reason: .siretInvalid), Spelling(siret: "00000000000000", reason: .siretInvalid),
                Spelling(siret: "732 829 320 00074"), Spelling(siret: "356.000.000-00048\u{a0}"),
            ])
        func spelling(of spelling: Spelling) async throws {
            let office = try Office.open
            let company = try await office.scene.company(siret: spelling.siret)
            try await office.fleet.settled()
            try await office.expect(.company, company, spelling.reason == nil ? .synced : .blocked, spelling.reason)
            let written = try await office.fields(.company, company)?["siret"]?.string
            #expect(written == (spelling.reason == nil ? spelling.siret?.filter { $0.isASCII && $0.isNumber } : nil))
        }

        @Test("R4 R9 a tiers with the same SIRET is linked, whatever its spelling and relation, and not created twice")
        func existing() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let siret = Fresh.siret
            let spelled = siret.prefix(3) + " " + siret.dropFirst(3)
            let tiers = try await scene.enter(
                "tiers",
                ["raisonSociale": "Déjà là", "siret": .string(String(spelled)), "relation": "Suspect", "ville": "Quimper"])
            let company = try await scene.company(siret: siret, ["phone": "02 98 00 00 00"])
            try await office.fleet.settled()
            try await office.expect(.company, company, .synced)
            let fields = try #require(try await office.fields(.company, company))
            #expect(try await office.artisID(.company, company) == tiers)
            #expect(fields["relation"] == "Suspect")
            #expect(fields["telephone"]?.string?.isEmpty == false)
            // R24: both names were filled, artis wins; the empty city is filled from artis.
            #expect(fields["raisonSociale"] == "Déjà là")
            let there = try await scene.hubspot("companies", company)
            #expect(there["name"] == "Déjà là" && there["city"] == "Quimper" && there["lifecyclestage"] == "opportunity")
            #expect(try await office.conflicts(.company, company).map(\.field) == [.name])
        }

        @Test("R4 a tiers created from HubSpot is a Prospect")
        func relation() async throws {
            let office = try Office.open
            let company = try await office.scene.company(siret: Fresh.siret)
            try await office.fleet.settled()
            #expect(try await office.fields(.company, company)?["relation"] == "Prospect")
        }

        @Test("R6 of two companies with one SIRET the second is blocked, names the first, and follows when it is free")
        func duplicate() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let siret = Fresh.siret
            let first = try await scene.company(siret: siret)
            try await office.fleet.settled()
            let second = try await scene.company(siret: String(siret.prefix(9)) + " " + siret.dropFirst(9))
            try await office.fleet.settled()
            try await office.expect(.company, first, .synced)
            try await office.expect(.company, second, .blocked, .siretDuplicate, detail: first)
            try await scene.edit("companies", first, ["SIRET": Fresh.siret])
            try await office.fleet.settled()
            try await office.expect(.company, second, .synced)
            #expect(try await office.fields(.company, second)?["siret"]?.string == siret)
        }

        @Test("R7 a SIRET that changes later is carried when it is valid and free")
        func changed() async throws {
            let office = try Office.open
            let company = try await office.scene.company(siret: Fresh.siret)
            try await office.fleet.settled()
            let later = Fresh.siret
            try await office.scene.edit("companies", company, ["SIRET": later])
            try await office.fleet.settled()
            #expect(try await office.fields(.company, company)?["siret"]?.string == later)
            #expect(try await office.warnings(.company, company) == [])
        }

        @Test(
            "R7 an empty, invalid or held one is not carried: a warning, and the rest goes on",
            arguments: ["", "123", "held"])
        func notCarried(later: String) async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let (siret, held) = (Fresh.siret, Fresh.siret)
            let company = try await scene.company(siret: siret)
            let holder = try await scene.company(siret: held)
            try await office.fleet.settled()
            let text = later == "held" ? held : later
            try await scene.edit("companies", company, ["SIRET": text, "name": "Rebaptisée"])
            try await office.fleet.settled()
            try await office.expect(.company, company, .synced)
            try await office.expect(.company, holder, .synced)
            let fields = try #require(try await office.fields(.company, company))
            #expect(fields["siret"]?.string == siret && fields["raisonSociale"] == "Rebaptisée")
            #expect(try await office.warnings(.company, company) == [.siretNotCarried])
            #expect(try await scene.hubspot("companies", company)["SIRET"]?.text ?? "" == text)
        }

        @Test("R19 a company without a name is blocked; a name that is cleared later is refilled, with a conflict")
        func name() async throws {
            let (office, scene) = (try Office.open, try Office.open.scene)
            let nameless = try await scene.company(siret: Fresh.siret, name: "", ["domain": "sans-nom.example"])
            let company = try await scene.company(siret: Fresh.siret, name: "Menuiserie Le Goff")
            try await office.fleet.settled()
            try await office.expect(.company, nameless, .blocked, .nameMissing)
            try await scene.edit("companies", company, ["name": "", "city": "Brest"])
            try await scene.edit("companies", nameless, ["name": "Avec un nom"])
            try await office.fleet.settled()
            try await office.expect(.company, nameless, .synced)
            #expect(try await scene.hubspot("companies", company)["name"] == "Menuiserie Le Goff")
            #expect(try await office.fields(.company, company)?["ville"] == "Brest")
            #expect(try await office.conflicts(.company, company).map(\.cause) == [.requiredCleared])
        }
    }
}
