import Domain
import HTTP
import Synchronization
import TestKit
import Testing

@testable import Console

@Suite("setup")
struct SetupTests {
    /// A HubSpot that nobody has set up, and an artis that has been.
    private func bare(_ body: (Clinic) async throws -> Void) async throws {
        try await Clinic.open(fill: "none") { clinic in
            try await clinic.role("TELEVENDEUR_HUBSPOT")
            try await clinic.civilities()
            try await clinic.scene.setActions(Clinic.actions)
            try await clinic.scene.setParameter(Clinic.trigger, "opportunity")
            try await clinic.scene.setParameter(Clinic.delay, "500")
            try await body(clinic)
        }
    }

    @Test("--dry-run shows all that is missing and writes nothing; then it is made, once, and the doctor is content")
    func whole() async throws {
        try await bare { clinic in
            let before = try await clinic.schema()
            #expect(try await clinic.setUp(dryRun: true))
            #expect(try await clinic.schema() == before)
            let shown = clinic.bench.paper.lines
            for thing in [
                "company.SIRET", "company.ingenieur_commercial", "contact.civilite", "deal.synchro_artis", "email.passerelle_ref",
                "Sales Pipeline > Négociation", "MME, M, ME",
            ] { #expect(shown.contains { $0.contains(thing) }, "\(thing)") }
            #expect(shown.count { $0.hasPrefix("+ ") } == 18 && shown.last == "Rien n’a été écrit (--dry-run).")
            #expect(try await clinic.bench.audit == [])

            #expect(try await clinic.setUp())
            #expect(clinic.bench.paper.text.contains("HubSpot refuse les capitales : siret"))
            #expect(await clinic.examine().checks.filter { $0.level == .fault } == [])
            #expect(try await clinic.bench.audit.first?.contains("company.SIRET; company.ingenieur_commercial") == true)

            let made = try await clinic.schema()
            #expect(try await clinic.setUp())
            #expect(clinic.bench.paper.lines.last == "Rien ne manque qui puisse être créé.")
            #expect(try await clinic.schema() == made)
            #expect(try await clinic.bench.audit.count == 1)
        }
    }

    @Test("Where the account takes capitals SIRET keeps them; where activities refuse unique values the property is plain")
    func accounts() async throws {
        try await bare { clinic in
            try await clinic.setting("upper_case_refused", false)
            try await clinic.setting("activities_refuse_unique", true)
            #expect(try await clinic.setUp())
            let checks = await clinic.examine().checks
            #expect(checks.contains { $0.subject == "company.SIRET" && $0.level == .ok && !$0.text.contains("siret") })
            let plain = checks.filter { $0.code == .reference && $0.level == .warning }.map(\.subject)
            #expect(plain == ["call.passerelle_ref", "meeting.passerelle_ref", "email.passerelle_ref"])
            #expect(checks.allSatisfy { $0.level != .fault })
            #expect(clinic.bench.paper.lines.count { $0.contains("refuse les valeurs uniques") } == 3)
        }
    }

    @Test("A call that fails half-way is told with what was done, and the next run does the rest")
    func halfWay() async throws {
        try await bare { clinic in
            try await clinic.fault(["kind": "status", "status": 500, "method": "POST", "path": "/crm/v3/properties", "after": 4, "count": 1])
            #expect(try await !clinic.setUp())
            #expect(clinic.bench.paper.lines.last?.hasPrefix("Fait : 3 sur 18.") == true)
            #expect(try await clinic.bench.audit.count == 1)
            #expect(try await clinic.setUp())
            #expect(await clinic.examine().checks.allSatisfy { $0.level != .fault })
        }
    }

    @Test("After a lost answer nothing is made twice, and nothing is missed")
    func lostAnswer() async throws {
        try await bare { clinic in
            for path in ["/crm/v3/properties/deals", "/crm/v3/pipelines"] {
                try await clinic.fault(["kind": "lose-answer", "method": "POST", "path": .string(path), "count": 1])
            }
            #expect(try await clinic.setUp())
            let calls = try await clinic.sandbox.hubspot(.get, "calls?system=hubspot")["calls"]?.array ?? []
            #expect(calls.count { $0["fault"]?.string == "lose-answer" } == 2)
            let labels = try await clinic.sandbox.api(.get, "/crm/v3/pipelines/deals")["results"]?[0]?["stages"]?.array ?? []
            #expect(labels.count { $0["label"]?.string == "Approche" } == 1 && labels.count == 11)
            #expect(await clinic.examine().checks.allSatisfy { $0.level != .fault })
        }
    }

    @Test("Nothing is renamed: a stage that is nearly there, and a property of another type, are left to a person")
    func byHand() async throws {
        try await Clinic.open { clinic in
            try await clinic.byTheBook()
            try await clinic.renameStage("Négociation", to: "Negociation")
            try await clinic.deleteProperty("deals", "synchro_artis")
            try await clinic.addProperty("deals", "synchro_artis")
            let before = try await clinic.schema()
            for dryRun in [true, false] { #expect(try await !clinic.setUp(dryRun: dryRun), "what is left to a person is not done") }
            #expect(try await clinic.schema() == before)
            let said = clinic.bench.paper.text
            #expect(said.contains("renommez « Negociation » en Négociation") && said.contains("deal.synchro_artis: type string/text"))
        }
    }

    @Test("A 409 for something that is not there is told, not taken for done")
    func conflict() async throws {
        try await bare { clinic in
            for path in ["/crm/v3/properties/deals", "/crm/v3/pipelines"] {
                try await clinic.fault(["kind": "status", "status": 409, "method": "POST", "path": .string(path), "count": 1])
                #expect(try await !clinic.setUp())
                #expect(clinic.bench.paper.text.contains("409"))
            }
            #expect(try await clinic.setUp())
            #expect(await clinic.examine().checks.allSatisfy { $0.level != .fault })
        }
    }

    @Test("Which of several pipelines is meant only a person can say, nor can civilite be made of a table without a code in use")
    func untold() async throws {
        try await bare { clinic in
            try await clinic.civilities(active: false)
            #expect(try await !clinic.setUp())
            #expect(clinic.bench.paper.text.contains("la table n’a aucune ligne active ; civilite attend"))
            try await clinic.civilities()
            clinic.settings.withLock { $0.pipeline = "Export" }
            #expect(try await !clinic.setUp())
            #expect(clinic.bench.paper.text.contains("aucun pipeline ne s’appelle « Export »"))
            clinic.settings.withLock { $0.pipeline = nil }
            #expect(try await clinic.setUp())
        }
    }

    @Test("Without the right to write, the scope is named; without artis all but civilite is made")
    func partly() async throws {
        try await bare { clinic in
            try await clinic.setting("missing_scopes", ["crm.schemas.companies.write"])
            #expect(try await !clinic.setUp())
            #expect(clinic.bench.paper.text.contains("crm.schemas.companies.write"))
            try await clinic.setting("missing_scopes", [])
            try await clinic.fault(["kind": "status", "status": 503, "system": "artis"])
            #expect(try await !clinic.setUp())
            #expect(clinic.bench.paper.text.contains("civilite attend"))
            try await clinic.endFaults()
            #expect(try await clinic.setUp())
            #expect(await clinic.examine().checks.allSatisfy { $0.level != .fault })
        }
    }
}
