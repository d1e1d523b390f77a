import Domain
import HTTP
import HubSpot
import Oversight
import Testing

@testable import Console

@Suite("explain, live")
struct LiveLookTests {
    private let sales = SalesPipeline(
        id: "p", label: "Ventes", stages: [SalesPipeline.Stage(id: "s0", label: SalesStage.approach.rawValue)])

    private func reference(trigger: String? = "opportunity", actions: [ActionRow] = []) -> ReferenceData {
        ReferenceData(
            people: People(owners: [], collaborateurs: []), pipelines: [sales], lifecycleStages: .standard,
            civilities: LabelTable([]), roles: LabelTable([]), actions: ActionTable(actions), trigger: trigger,
            delay: nil, zone: .utc, siretProperty: "SIRET")
    }

    /// Looks at record 5 of a HubSpot that holds these properties, associated with these companies.
    private func look(
        _ bench: Bench, _ kind: Kind, _ properties: [String: String]?, companies: [String] = []
    ) async throws -> Explanation? {
        let account = Account { request, _ in
            if request.url.contains("/associations/") {
                let ends = companies.map { id -> JSON in
                    ["toObjectId": .string(id), "associationTypes": [["category": "HUBSPOT_DEFINED", "typeId": 341]]]
                }
                return ["results": [["from": ["id": "5"], "to": .array(ends)]]]
            }
            guard let properties else { return ["results": [], "errors": []] }
            return ["results": [["id": "5", "properties": .object(properties.mapValues(JSON.string))]]]
        }
        let look = LiveLook(
            hubspot: account.client, database: bench.database, reference: reference(), pipeline: .one(sales),
            now: Instant(milliseconds: 0))
        let found = try await look.explain(kind, ID("5"))
        #expect(account.requests.allSatisfy { $0.permit?.purpose == .operator })
        return found
    }

    @Test("R8 A company's stage and box are judged as they are now")
    func company() async throws {
        try await Bench.with { bench in
            let early = try await look(bench, .company, ["lifecyclestage": "lead", "synchro_artis": "true"])
            #expect(early?.state == .notEligible && early?.reason == .lifecycleNotReached && early?.detail == "lead")
            let off = try await look(bench, .company, ["lifecyclestage": "opportunity"])
            #expect(off?.reason == .syncNotRequested && off?.since == nil)
            let asks = ["lifecyclestage": "opportunity", "synchro_artis": "true", "name": "Durand"]
            #expect(try await look(bench, .company, asks)?.reason == .siretMissing)
            let right = asks.merging(["SIRET": "732 829 320 00074"]) { first, _ in first }
            let eligible = try #require(try await look(bench, .company, right))
            #expect(eligible.state == .pending)
            #expect(eligible.page(.en, .utc).lines(colours: false).joined().contains("Nothing is against it"))
        }
    }

    @Test("R10 R16 A deal says itself why it stays out: its box, its pipeline")
    func deal() async throws {
        try await Bench.with { bench in
            #expect(try await look(bench, .deal, ["pipeline": "p"])?.reason == .syncNotRequested)
            let other = try await look(bench, .deal, ["pipeline": "q", "synchro_artis": "true"])
            #expect(other?.state == .notEligible && other?.reason == .otherPipeline)
        }
    }

    @Test("R12 R13 A ticked record waits for its company, which is explained too")
    func waits() async throws {
        try await Bench.with { bench in
            let ticked = ["pipeline": "p", "synchro_artis": "true", "dealname": "Portail", "dealstage": "s0"]
            #expect(try await look(bench, .deal, ticked)?.reason == .noCompany)
            // Of a company that left no row either, HubSpot is asked in the same words; here it answers without a stage.
            let unheard = try await look(bench, .contact, ["synchro_artis": "true"], companies: ["5"])
            #expect(unheard?.waitsFor?.hubspotID == ID("5") && unheard?.waitsFor?.reason == .lifecycleNotReached)
            try await bench.pair(.company, "10", state: .blocked, reason: .siretMissing)
            let waiting = try await look(bench, .deal, ticked, companies: ["10"])
            #expect(waiting?.reason == .companyNotSynced && waiting?.waitsFor?.reason == .siretMissing)
            try await bench.pair(.company, "11", artis: "T1", state: .synced, latched: true)
            #expect(try await look(bench, .deal, ticked, companies: ["11"])?.state == .pending)
            #expect(
                try await look(bench, .contact, ["synchro_artis": "true"], companies: ["10", "11"])?.reason
                    == .companyAmbiguous)
        }
    }

    @Test("R20 An activity of a type without a row is not eligible; what HubSpot lacks is not there")
    func others() async throws {
        try await Bench.with { bench in
            let call = try await look(bench, .call, [:])
            let gone = try await look(bench, .call, nil)
            #expect(call?.reason == .actionUnmapped && gone?.state == nil)
        }
    }
}
