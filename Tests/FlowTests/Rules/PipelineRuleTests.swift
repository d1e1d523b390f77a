import Domain
import HTTP
import TestKit
import Testing

/// Which pipeline is used with artis. A fleet of its own: a second complete pipeline blocks the deals of all.
@Suite(.office(settings: ["HUBSPOT_PIPELINE": ""]), .judged, .serialized) struct PipelineRuleTests {
    @Test("R16 the only complete pipeline is used; with two of them deals are blocked, and nothing else is, until one is named")
    func choice() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let company = try await scene.company(siret: Fresh.siret)
        let first = try await scene.deal(of: company, title: "Serre")
        try await office.fleet.settled()
        try await office.expect(.deal, first, .synced)

        let export = try await Self.addPipeline("Export", to: office)
        try await office.refresh("hubspot.pipelines")
        let ours = try await scene.deal(of: company)
        let theirs = try await scene.deal(of: company, ["pipeline": export.id, "dealstage": export.stage])
        let contact = try await scene.contact(of: company, mail: Fresh.mail)
        let call = try await scene.call(of: [("companies", company, false), ("deals", first, false)])
        try await scene.edit("deals", first, ["dealname": "Serre et verger"])
        try await office.fleet.settled()
        for deal in [first, ours, theirs] {
            try await office.expect(.deal, deal, .blocked, .pipelineUnknown, detail: "Export")
        }
        #expect(try await office.fields(.deal, first)?["intitule"] == "Serre")
        try await office.expect(.contact, contact, .synced)
        try await office.expect(.call, call, .synced)

        for (setting, used, other) in [("Ventes", ours, theirs), (export.id, theirs, ours)] {
            for worker in office.fleet.running("deal-worker") { await worker.stop() }
            try office.fleet.start("deal-worker", settings: ["HUBSPOT_PIPELINE": setting])
            // Nobody waits for what is synced: that it is of the other pipeline now is seen with its next change.
            try await scene.edit("deals", other, ["amount": "7"])
            try await office.fleet.settled()
            try await office.expect(.deal, used, .synced)
            let isLatched = try await office.fields(.deal, other) != nil
            try await office.expect(.deal, other, isLatched ? .waiting : .notEligible, .otherPipeline)
        }
        #expect(try await office.fields(.deal, first)?["intitule"] == "Serre et verger")
    }

    /// A pipeline with all six stages.
    private static func addPipeline(_ label: String, to office: Office) async throws -> (id: String, stage: String) {
        let stages = SalesStage.allCases.map { stage -> JSON in
            ["label": .string(stage.rawValue), "metadata": ["probability": "0.5"]]
        }
        let made = try await office.fleet.sandbox.api(
            .post, "/crm/v3/pipelines/deals", ["label": .string(label), "displayOrder": 3, "stages": .array(stages)])
        return (try #require(made["id"]?.text), try #require(made["stages"]?[0]?["id"]?.text))
    }
}
