import Domain
import HTTP
import HubSpot
import Messaging
import Oversight
import Testing

@testable import Console

@Suite("doctor")
struct DoctorTests {
    private let artis = ArtisChecks(language: .en)
    private let hubspot = HubSpotChecks(language: .fr)

    @Test(
        "R22 A delay below 500 ms, or none, is a warning",
        arguments: [
            ("500", .ok), ("1200", .ok), ("499", .warning), ("0", .warning), (nil, .warning), ("vite", .warning),
        ]
            as [(String?, Check.Verdict)])
    func delay(parameter: String?, verdict: Check.Verdict) {
        #expect(artis.delay(parameter).verdict == verdict)
    }

    @Test("R8 The trigger must be there, and a stage of the account")
    func trigger() {
        #expect(artis.trigger("opportunity", stages: .standard).verdict == .ok)
        #expect(artis.trigger("signed", stages: LifecycleStages(["signed"])).verdict == .ok)
        #expect(artis.trigger(nil, stages: .standard).verdict == .fault)
        let wrong = artis.trigger("Opportunité", stages: .standard)
        #expect(
            wrong.verdict == .fault
                && wrong.remedy?.contains("HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE") == true)
        #expect(wrong.remedy?.contains("salesqualifiedlead") == true)
    }

    @Test("R2 R18 R20 Role, civilités and a row for each activity are needed")
    func tables() {
        #expect(artis.roles(LabelTable([.init(position: 1, code: "televendeur_hubspot", label: "")])).verdict == .fault)
        #expect(artis.roles(LabelTable([.init(position: 1, code: "TELEVENDEUR_HUBSPOT", label: "x")])).verdict == .ok)
        #expect(
            artis.civilities(LabelTable([.init(position: 1, code: "M", label: "", active: false)])).verdict == .fault)
        let call = ActionRow(position: 1, action: ActionTriple(domain: "C", type: "A", motive: "P"), result: "CALL")
        let wild = ActionRow(position: 2, action: ActionTriple(domain: "*", type: "*", motive: "*"), result: "EMAIL")
        let checks = artis.actions(ActionTable([call, wild]))
        #expect(checks.map(\.verdict) == [.ok, .fault, .fault])
        #expect(checks[2].name == "artis.TD_HubspotAction.EMAIL")
    }

    private var account: [Kind: [HubSpotProperty]] {
        let box = HubSpotProperty(name: "synchro_artis", type: "bool", fieldType: "booleancheckbox")
        return [
            .company: [
                HubSpotProperty(name: "siret"), box,
                HubSpotProperty(
                    name: "ingenieur_commercial", type: "enumeration", fieldType: "select",
                    referencedObjectType: "OWNER"),
            ],
            .deal: [box],
            .contact: [
                box,
                HubSpotProperty(
                    name: "civilite", type: "enumeration", fieldType: "select",
                    options: [.init(value: "M", label: "Monsieur")]),
            ],
        ]
    }

    @Test("R4 The properties of the page are found, SIRET also in lower case")
    func properties() {
        #expect(hubspot.properties(account).allSatisfy { $0.verdict == .ok })
        #expect(hubspot.properties(account).count == 6)
    }

    @Test("A property that is missing or of another type is named, with the remedy in full")
    func wrongProperties() throws {
        var account = account
        account[.deal] = []
        account[.company]?[2].referencedObjectType = nil
        let faults = hubspot.properties(account).filter { $0.verdict == .fault }
        #expect(faults.map(\.name) == ["hubspot.company.ingenieur_commercial", "hubspot.deal.synchro_artis"])
        let remedy = try #require(faults[1].remedy)
        #expect(remedy.contains("CRM > Transactions") && remedy.contains("nom interne synchro_artis"))
        #expect(remedy.contains("Une seule case à cocher"))
    }

    @Test("R18 The options of civilite are the codes of the label table")
    func civilities() {
        let table = LabelTable([
            .init(position: 1, code: "M", label: "Monsieur"), .init(position: 2, code: "MME", label: "Madame"),
        ])
        #expect(hubspot.civilities(account[.contact] ?? [], table)?.verdict == .warning)
        #expect(hubspot.civilities(account[.contact] ?? [], LabelTable([table.rows[1]]))?.verdict == .fault)
        #expect(hubspot.civilities(account[.contact] ?? [], LabelTable([table.rows[0]]))?.verdict == .ok)
    }

    @Test("R15 R16 One pipeline with the six stages, or the one that is named")
    func pipeline() {
        let stages = SalesStage.allCases.map { SalesPipeline.Stage(id: $0.rawValue, label: $0.rawValue) }
        let whole = SalesPipeline(id: "1", label: "Ventes", stages: stages)
        let part = SalesPipeline(id: "2", label: "Export", stages: Array(stages.dropLast()))
        #expect(hubspot.pipeline([whole, part], setting: nil).verdict == .ok)
        #expect(hubspot.pipeline([whole, part], setting: "Export").found.contains("Annulée"))
        #expect(hubspot.pipeline([part], setting: nil).verdict == .fault)
        #expect(
            hubspot.pipeline([whole, SalesPipeline(id: "3", label: "B", stages: stages)], setting: nil).found.contains(
                "Ventes, B"))
    }

    @Test("R1 Salespeople who are no users of HubSpot, and users who are no collaborateurs, are warnings")
    func people() {
        let checks = PeopleChecks(language: .en).check(
            owners: [Owner(id: ID("1"), userID: nil, mail: "A@x.fr"), Owner(id: ID("2"), userID: nil, mail: "b@x.fr")],
            collaborateurs: [
                ArtisPerson(id: ID("c"), mail: " a@X.fr "), ArtisPerson(id: ID("d"), mail: "d@x.fr"),
                ArtisPerson(id: ID("e"), mail: "e@x.fr", commercial: false),
            ])
        #expect(checks.map(\.verdict) == [.warning, .warning])
        #expect(checks[0].found.contains("d@x.fr") && !checks[0].found.contains("e@x.fr"))
        #expect(checks[1].found.contains("b@x.fr"))
    }

    @Test("The queues' policies are those that the fleet is shipped with")
    func policies() throws {
        let judge = BrokerChecks(language: .en)
        let right: JSON = [
            "name": "passerelle.deal.live", "type": "quorum",
            "effective_policy_definition": ["dead-letter-exchange": "passerelle.dead", "delivery-limit": 20],
        ]
        let wrong: JSON = ["name": "passerelle.call.live", "type": "classic"]
        let bare: JSON = ["name": "passerelle.deal.backfill", "type": "quorum"]
        #expect(judge.policies([right, wrong].compactMap(ManagedQueue.init)).verdict == .ok)
        #expect(judge.policies([right, bare].compactMap(ManagedQueue.init)).found.contains("passerelle.deal.backfill"))
        #expect(judge.queues([:]).verdict == .warning)
    }

    @Test("--json and the page tell each check with its remedy; a fault makes it not fine")
    func output() {
        let fine = CheckUp(checks: [.ok("a", "yes"), .warning("b", "hm", remedy: "do")])
        #expect(fine.isFine && fine.json["ok"] == true)
        #expect(fine.json["checks"]?[0] == ["name": "a", "verdict": "ok", "found": "yes", "remedy": .null])
        let sick = CheckUp(checks: fine.checks + [hubspot.webhookSecret(isSet: false)])
        #expect(!sick.isFine && sick.json["checks"]?[2]?["verdict"] == "fault")
        let lines = sick.page(.fr).lines(colours: false)
        #expect(lines[0].hasPrefix("✓ a") && lines[1].hasPrefix("! b") && lines[2].contains("→ do"))
        #expect(lines.last == "À corriger : 1")
    }
}
