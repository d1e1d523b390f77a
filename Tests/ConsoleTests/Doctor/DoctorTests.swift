import Domain
import HTTP
import HubSpot
import Messaging
import Testing

@testable import Console

@Suite("doctor")
struct DoctorTests {
    @Test("By the book, every line is fine, in both languages")
    func book() {
        for language in [Language.fr, .en] {
            let checks = Verdicts(language: language).check(.byTheBook)
            #expect(checks.filter { $0.level != .ok } == [])
            #expect(Set(checks.map(\.code)).count == CheckCode.allCases.count - 3)  // stage, management, namesakes: faults only
        }
    }

    @Test("Each fault is told by one line, with its remedy", arguments: Ailment.ofHubSpot + Ailment.ofArtis + Ailment.ofServers)
    func fault(ailment: Ailment) throws {
        var facts = Facts.byTheBook
        ailment.breaks(&facts)
        let lines = Verdicts(language: .fr).check(facts).filter { $0.level != .ok }
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        #expect(line.code == ailment.code && line.level == ailment.level)
        let said = "\(line.subject): \(line.text)"
        for part in ailment.says { #expect(said.contains(part), "\(said)") }
        let remedy = try #require(line.remedy)
        for part in ailment.remedy { #expect(remedy.contains(part), "\(remedy)") }
        #expect(line.isForSetup == remedy.hasPrefix("passerelle setup"))
        let english = Verdicts(language: .en).check(facts).filter { $0.level != .ok }
        #expect(english.map(\.code) == [ailment.code] && english.first?.text.isEmpty == false && english.first?.remedy?.isEmpty == false)
    }

    @Test("R4 SIRET is found in lower case too, and said so")
    func lowerCase() throws {
        var facts = Facts.byTheBook
        facts.property(.company, "SIRET") { $0.name = "siret" }
        let lines = Verdicts(language: .fr).check(facts).filter { $0.code == .property }
        let siret = try #require(lines.first)
        #expect(siret.level == .ok && siret.subject == "company.SIRET" && siret.text.contains("sous le nom siret"))
    }

    @Test("What is away is told once, and the others are looked at all the same")
    func away() {
        var facts = Facts.byTheBook
        (facts.database, facts.hubspot) = (.away("no"), .notAsked)
        (facts.broker, facts.artis) = (.away("no"), .away("no"))
        let checks = Verdicts(language: .en).check(facts)
        #expect(checks.filter { $0.level == .fault }.map(\.code) == [.hubspot, .artis, .broker, .database])
        facts.artis = Facts.byTheBook.artis
        #expect(Verdicts(language: .en).check(facts).contains { $0.code == .trigger && $0.level == .ok })
    }

    @Test("--json and the page tell each check with its remedy; a fault makes it not fine")
    func output() {
        let fine = CheckUp(checks: [.ok(.delay, "a", "yes"), .warning(.space, "b", "hm", remedy: "do")])
        #expect(fine.isFine && fine.json["ok"] == true)
        #expect(
            fine.json["checks"]?[0]
                == ["code": "artis.delay", "level": "ok", "subject": "a", "text": "yes", "remedy": .null, "setup": false])
        let sick = CheckUp(checks: fine.checks + [.forSetup(.stage, "c", "no", byHand: "menu", .fr)])
        #expect(!sick.isFine && sick.json["checks"]?[2]?["setup"] == true)
        let lines = sick.page(.fr).lines(colours: false)
        #expect(lines.contains("! b: hm → do") && lines.contains("✗ c: no → passerelle setup, ou : menu"))
        #expect(lines.first == "artis.net" && lines.last == "À corriger : 1 ; avertissements : 1.")
    }

    @Test(
        "Names that look alike are recognised, others are not",
        arguments: [
            ("Négociation", "Negociation"), ("Négociation", "Ne\u{301}gociation "), ("Gagnée", "gagnee"),
            ("TELEVENDEUR_HUBSPOT", "Televendeur Hubspot"), ("synchro_artis", "synchro-artis"),
        ])
    func alike(wanted: String, near: String) {
        #expect(NearMiss.of(wanted, among: ["autre", near]) == near)
        #expect(NearMiss.of(wanted, among: [wanted, "autre"]) == nil)
    }

    @Test("RabbitMQ from 3.10 on will do", arguments: [("3.9.29", false), ("3.10.0", true), ("4.1.2", true), ("3.12-rc.1", true), ("?", true)])
    func versions(text: String, isFine: Bool) {
        #expect(BrokerVersion(text).isRecentEnough == isFine)
    }
}
