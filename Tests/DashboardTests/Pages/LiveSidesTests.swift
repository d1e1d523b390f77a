import Artis
import Domain
import HTTP
import HubSpot
import Oversight
import Runtime
import Testing

@testable import Dashboard

@Suite("Both systems, read now")
struct LiveSidesTests {
    /// Answers by the path that was called.
    private struct Vendor: HTTPTransport {
        let answer: @Sendable (String) -> (Int, JSON)

        func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
            let (status, json) = answer(request.url)
            return HTTPResponse(status: status, headers: ["content-type": "application/json"], body: json.serialise())
        }
    }

    private let reference = ReferenceData(
        people: People(owners: [], collaborateurs: []), pipelines: [], lifecycleStages: .standard, civilities: LabelTable([]),
        roles: LabelTable([]), actions: ActionTable([]), trigger: nil, delay: nil, zone: .utc, siretProperty: "SIRET")

    private func read(_ artis: String? = "T1", _ vendor: Vendor) async -> LiveSides {
        await LiveSides.read(
            .company, hubspot: ID("10"), artis: artis.map { ID($0) }, last: nil,
            in: HubSpotClient(transport: vendor, baseURL: "http://hubspot", token: Secret("t"), pace: .silent),
            ArtisClient(transport: vendor, baseURL: "http://artis", key: Secret("k")), reference: reference, pipeline: nil)
    }

    @Test("The values of both, in the form in which they are compared")
    func values() async {
        let sides = await read(
            "T1",
            Vendor { url in
                url.hasPrefix("http://hubspot")
                    ? (200, ["results": [["id": "10", "properties": ["name": " Dupré ", "city": "Lyon"]]]])
                    : (200, ["elements": [["id": "T1", "version": 3, "champs": ["raisonSociale": "Dupré"]]]])
            })
        #expect(sides.hubspot.values?[.name] == "Dupré" && sides.hubspot.values?[.city] == "Lyon")
        #expect(sides.artis.values?[.name] == "Dupré")
    }

    @Test("A half that there is not, one that is gone, and a system that fails are told apart")
    func absent() async {
        let gone = await read(nil, Vendor { _ in (200, ["results": [], "elements": []]) })
        guard case .gone = gone.hubspot, case .none = gone.artis else { return #expect(Bool(false), "\(gone)") }
        let failed = await read("T1", Vendor { _ in (503, [:]) })
        guard case .failed = failed.hubspot, case .failed = failed.artis else { return #expect(Bool(false), "\(failed)") }
    }

    @Test("The page shows who moved since the last sync, and costs a call only when asked")
    func page() async throws {
        let now = LiveSides(
            hubspot: .values([.name: "Dupré & Fils", .city: "Lyon"]), artis: .failed(.notReady("artis.net is away")))
        try await Dash.with(live: { _, _, _, _, _ in now }) { dash in
            let snapshot = #"{"hubspot": {"name": "Dupré", "city": "Lyon"}, "artis": {"name": "Dupré"}}"#
            try await dash.pair("kind, hubspot_id, artis_id, state, snapshot", "'company', '10', 'T1', 'synced', '\(snapshot)'")
            let browser = try await dash.browser()
            #expect(!(try await browser.get("/records/company/1").text.contains("Fils")))
            let page = try await browser.post("/records/company/1/live")
            // The name has moved, the city has not.
            let name = try #require(page.text.firstMatch(of: /Dupré &amp; Fils.*?<\/tr>/)).output
            #expect(page.status == 200 && name.contains("changed in HubSpot"))
            #expect(page.text.matches(of: /changed in HubSpot/).count == 1)
            #expect(page.text.contains("artis.net is away") && !page.text.contains("data-live"))
        }
    }
}
