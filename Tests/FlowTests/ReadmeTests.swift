import Database
import FoundationEssentials
import HTTP
import TestKit
import Testing

@Suite("README: From zero to a real account")
struct ReadmeTests {
    /// A command of the README, with what its comment promises.
    private struct Step {
        var number: Int
        var command: [String]
        var code: Int32
        var says: String?
    }

    @Test("Its commands, one after the other, lead from nothing to a synced company")
    func steps() async throws {
        let steps = try Self.steps()
        #expect(Set(steps.map(\.number)) == [4, 6, 7, 9, 10] && steps.count >= 13)
        try await FleetUnderTest.run(sandbox: ["--fill", "none"]) { fleet in
            let scene = try await Scene(fleet.sandbox)
            var company = ""
            var last = 0
            for step in steps {
                for number in (last + 1)..<max(last + 1, step.number + 1) {
                    company = try await Self.play(number, fleet, scene) ?? company
                }
                last = step.number
                let (code, output) = try await fleet.passerelle(step.command.map { $0 == "4102" ? company : $0 })
                #expect(code == step.code, "\(step.command): \(output)")
                if let says = step.says { #expect(output.contains(says), "\(step.command): \(output)") }
                // The rate of a fresh schema is HubSpot's; the sandbox bears more.
                if step.command == ["migrate"] { try await fleet.database.script("UPDATE rate_limit SET spacing = '5 ms'") }
            }
            #expect(try await scene.artis("tiers").count == 1)
        }
    }

    /// What a person does in a step; the id of a company made there.
    private static func play(_ step: Int, _ fleet: FleetUnderTest, _ scene: Scene) async throws -> String? {
        switch step {
        case 1:
            // From nothing, really.
            try await fleet.database.script("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
            try await fleet.sandbox.hubspot(.patch, "hubspot/settings", ["ten_second_limit": 10_000, "search_lag_ms": 0])
        case 5:
            try await scene.setLabels("role-commercial", ["TELEVENDEUR_HUBSPOT"])
            try await scene.setLabels("qualite-personne", ["M", "MME"])
            try await scene.setParameter("HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE", Scene.trigger)
            try await scene.setParameter("HUBSPOT_DELAI_APPELS", "500")
            try await scene.setActions([
                ("Commerce", "Appel", "Appel sortant", "CALL"), ("Commerce", "Rendez-vous", "Visite", "MEETING"),
                ("Commerce", "Mail", "Envoi", "EMAIL"),
            ])
        case 8:
            try await scene.setParameter("HUBSPOT_DELAI_APPELS", "5")
            try fleet.start("ingest")
            try fleet.startWorkers()
        case 9:
            let company = try await scene.create(
                "companies",
                ["name": "Durand", "siret": ValidSIRET.number(1), "lifecyclestage": Scene.trigger, "synchro_artis": "true"])
            try await fleet.until("the company is synced") { try await scene.artis("tiers").count == 1 }
            return company
        default: break
        }
        return nil
    }

    /// Reads the numbered steps, and in them the lines of code that begin with `passerelle`.
    private static func steps() throws -> [Step] {
        let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        let text = String(decoding: try Data(contentsOf: URL(filePath: root + "/README.md")), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0 == "## From zero to a real account" })
        var number = 0
        var steps: [Step] = []
        for line in lines[(first + 1)...].prefix(while: { !$0.hasPrefix("## ") }) {
            if let match = line.firstMatch(of: /^(\d+)\.\s/) { number = Int(match.1) ?? number }
            guard let match = line.firstMatch(of: /^\s+passerelle ([^#]+)(?:# ?(.*))?$/) else { continue }
            let comment = match.2 ?? ""
            steps.append(
                Step(
                    number: number, command: match.1.split(separator: " ").map(String.init),
                    code: comment.hasPrefix("exit 1:") ? 1 : 0,
                    says: comment.firstMatch(of: /“(.*)”/).map { String($0.1) }))
        }
        return steps
    }
}
