import Artis
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
        #expect(lines.map(\.code) == [ailment.code] + ailment.company)
        let line = try #require(lines.first)
        #expect(line.level == ailment.level)
        let said = "\(line.subject): \(line.text)"
        for part in ailment.says { #expect(said.contains(part), "\(said)") }
        let remedy = try #require(line.remedy)
        for part in ailment.remedy { #expect(remedy.contains(part), "\(remedy)") }
        #expect(line.isForSetup == remedy.hasPrefix("passerelle setup"))
        let english = Verdicts(language: .en).check(facts)
        #expect(english.filter { $0.level != .ok }.map { [$0.code.rawValue, $0.level.rawValue] } == lines.map { [$0.code.rawValue, $0.level.rawValue] })
        for check in english {
            #expect(check.level == .ok || (!check.text.isEmpty && check.remedy?.isEmpty == false))
            #expect(EnglishReader.french(in: check.line.text) == [], "\(check.line.text)")
        }
    }

    @Test("English lines are told from French ones; what artis.net calls its menus and tables stays French")
    func languages() {
        #expect(EnglishReader.french(in: "✗ a: la table manque → vérifiez le réseau ; attendez") == ["la", "manque", "vérifiez", "le", "attendez"])
        #expect(EnglishReader.french(in: "✗ a: no → artis.net, Menu Paramétrage > Gérer les tables de libellés > Qualité personne: add") == [])
        #expect(EnglishReader.french(in: "the type d’action Hubspot of “le test”") == [])
    }

    @Test("Where the disk cannot be seen the line says so")
    func unknownSpace() {
        var facts = Facts.byTheBook
        facts.database { $0.space = nil }
        let line = Verdicts(language: .fr).check(facts).first { $0.code == .space }
        #expect(line?.level == .ok && line?.text == "base 9 Mo, espace libre : inconnu d’ici (df sur le serveur)")
    }

    @Test("SIRETs that were read in part only are told so where all is well, too")
    func partOfSIRETs() {
        var facts = Facts.byTheBook
        facts.hubspot { $0.sirets = SIRETFacts(filled: 9_000, read: 2_000, invalid: [], shared: [], sharedInAll: nil, missing: 0) }
        let line = Verdicts(language: .fr).check(facts).first { $0.code == .siret }
        #expect(line?.level == .ok && line?.text == "parmi les 2000 premiers, sur 9000")
    }

    @Test("A missing scope explains what was refused, but nothing that was spoiled")
    func spoiled() {
        var facts = Facts.byTheBook
        facts.hubspot { account in
            account.scopes?.remove("crm.objects.deals.read")
            account.refusals = [
                .init(thing: "owners", message: "403: no", cause: .scope), .init(thing: "pipelines", message: "500: oops", cause: .other),
            ]
        }
        let lines = Verdicts(language: .en).check(facts).filter { $0.level != .ok }
        #expect(lines.map(\.subject) == ["pipelines", "crm.objects.deals.read"])
    }

    @Test(
        "What a failure asks of a person is told from its kind",
        arguments: [
            (HubSpotFailure.unauthorised("401"), .credential), (.unavailable("503", retryAfter: nil), .outage), (.notNow(nil, reason: "penalty"), .later),
            (.refused(HubSpotRefusal(status: 403, message: "")), .scope), (.refused(HubSpotRefusal(status: 400, message: "")), .other),
            (.faulted(500, ""), .other),
        ] as [(HubSpotFailure, Cause)])
    func causes(failure: HubSpotFailure, cause: Cause) {
        #expect(Cause(failure) == cause)
    }

    @Test(
        "The same of artis.net",
        arguments: [
            (ArtisFailure.unauthorised("403"), .credential), (.unavailable("503", retryAfter: nil), .outage),
            (.refused(ArtisError(status: 404, code: "", message: "")), .other), (.faulted(200, ""), .other),
        ] as [(ArtisFailure, Cause)])
    func causes(failure: ArtisFailure, cause: Cause) {
        #expect(Cause(failure) == cause)
    }

    @Test(
        "R20 A row is hinted at when its motif says another type than it gives; the type d'action speaks where the motif says none",
        arguments: [
            ("Appel", "Rendez-vous", "CALL", true), ("Appel", "Appel sortant", "CALL", false), ("Appel", "Prospection", "CALL", false),
            ("Appel", "*", "CALL", false), ("Appel", "", "CALL", false), ("Rendez-vous", "", "CALL", true), ("*", "*", "CALL", false),
            ("Divers", "Déjeuner", "CALL", true), ("Divers", "Hôtel", "CALL", true), ("Divers", "Tél.", "CALL", false),
            ("Divers", "Mélange", "EMAIL", true), ("Divers", "MÉL", "EMAIL", false), ("Divers", "E-mail", "EMAIL", false),
            ("Divers", "Démontage", "MEETING", true), ("Divers", "Rendez vous client", "MEETING", false), ("Divers", "R.D.V / visite", "MEETING", false),
            ("Appel", "Déjeuner", "SMS", false),
        ])
    func hints(type: String, motive: String, result: String, isHinted: Bool) {
        let hint = ActionHint(language: .fr).check(Facts.row(1, type, motive, result), name: "", path: "")
        #expect((hint != nil) == isHinted, "\(hint?.text ?? "")")
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
