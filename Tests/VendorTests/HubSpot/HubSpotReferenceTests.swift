import Domain
import HTTP
import HubSpot
import Testing

@Suite("HubSpot: reference data")
struct HubSpotReferenceTests {
    @Test("R1 owners of all pages, archived ones too, whose user id may be told elsewhere or nowhere")
    func owners() async throws {
        let script = Script { request, _ in
            let archived = request.url.contains("archived=true")
            if request.url.contains("after=b%3D") {
                return HTTPResponse(
                    200,
                    ["results": [["id": "12", "email": "b@example.fr", "userId": nil, "userIdIncludingInactive": 33]]])
            }
            return archived
                ? HTTPResponse(200, ["results": [["id": "13", "email": "c@example.fr", "archived": true]]])
                : HTTPResponse(
                    200,
                    [
                        "results": [["id": "11", "email": "a@example.fr", "userId": 44], ["id": "99"]],
                        "paging": ["next": ["after": "b="]],
                    ])
        }
        let owners = try await HubSpotClient(script).owners(for: reads)
        #expect(
            owners == [
                Owner(id: ID("11"), userID: ID("44"), mail: "a@example.fr"),
                Owner(id: ID("12"), userID: ID("33"), mail: "b@example.fr"),
                Owner(id: ID("13"), userID: nil, mail: "c@example.fr", archived: true),
            ])
        #expect(script.requests.map(\.url).first == "https://api.hubapi.com/crm/v3/owners/?limit=500&archived=false")
    }

    @Test("R15 stages come in their order on the screen")
    func pipelines() async throws {
        let script = Script(
            200,
            #"{"results":[{"id":"default","label":"Ventes","stages":[{"id":"s2","label":"Gagnée","displayOrder":1},{"id":"s1","label":"Approche","displayOrder":0},{"id":"s0","label":"Perdue","displayOrder":2,"archived":true}]},{"label":"no id"}]}"#
        )
        #expect(
            try await HubSpotClient(script).pipelines(for: reads) == [
                SalesPipeline(
                    id: "default", label: "Ventes",
                    stages: [.init(id: "s1", label: "Approche"), .init(id: "s2", label: "Gagnée")])
            ])
    }

    @Test("R8 a property's options are its internal values")
    func properties() async throws {
        let script = Script(
            200,
            #"{"results":[{"name":"lifecyclestage","label":"Phase","type":"enumeration","fieldType":"radio","options":[{"value":"lead","label":"Lead"},{"value":"123","label":"Custom","hidden":true}]},{"name":"SIRET","hasUniqueValue":true}]}"#
        )
        let properties = try await HubSpotClient(script).properties(of: .company, for: reads)
        #expect(properties.map(\.name) == ["lifecyclestage", "SIRET"])
        #expect(properties[0].options.map(\.value) == ["lead", "123"])
        #expect(properties[0].options.map(\.hidden) == [false, true])
        #expect(properties[1].hasUniqueValue)
        #expect(script.requests[0].url.hasSuffix("/crm/v3/properties/companies"))
    }

    static let zones: [(String, String?, String)] = [
        (#"{"portalId":1,"timeZone":"Europe/Paris"}"#, "Europe/Paris", ""),
        ("{}", nil, #"the account's details lack "timeZone""#),
        (#"{"timeZone":"Mars/Olympus"}"#, nil, #"the account's time zone "Mars/Olympus" is not known here"#),
    ]

    @Test("The account's time zone is one that is known, or a failure", arguments: zones)
    func zone(_ body: String, _ expected: String?, _ why: String) async {
        do throws(HubSpotFailure) {
            #expect(try await HubSpotClient(Script(200, body)).accountZone(for: reads) == expected)
        } catch {
            #expect(error == .faulted(200, why))
        }
    }

    @Test(
        "HubSpot is alive when it answers, be it with a no",
        arguments: [
            (200, "{}", true), (404, "", true), (500, "", false), (503, "", false), (401, "", false), (429, "", false),
            (200, "<html>", false),
        ])
    func alive(_ status: Int, _ body: String, _ expected: Bool) async {
        #expect(await HubSpotClient(Script(status, body)).isAlive(for: reads) == expected)
    }
}
