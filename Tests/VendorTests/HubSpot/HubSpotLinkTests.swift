import Domain
import HTTP
import HubSpot
import Testing

@Suite("HubSpot: making and undoing associations")
struct HubSpotLinkTests {
    private func links(_ numbers: Range<Int>) -> [HubSpotLink] {
        numbers.map { HubSpotLink(from: hubspotID($0), to: hubspotID(1000 + $0), typeID: 182) }
    }

    private static func froms(_ request: HTTPRequest) -> [String] {
        (request.json["inputs"]?.array ?? []).compactMap { $0["from"]?["id"]?.text }
    }

    private static func error(_ from: String?, _ to: String?, category: String = "OBJECT_NOT_FOUND") -> JSON {
        var context: [String: JSON] = [:]
        if let from { context["fromObjectId"] = [.string(from)] }
        if let to { context["toObjectId"] = [.string(to)] }
        return ["category": .string(category), "message": "no", "context": .object(context)]
    }

    @Test("A hundred links a call, each once, in HubSpot's words")
    func bodies() async throws {
        let script = Script { request, _ in
            request.url.hasSuffix("archive") ? HTTPResponse(status: 204) : HTTPResponse(201, ["results": []])
        }
        let client = HubSpotClient(script)
        let made = try await client.associate(from: .call, to: .company, links(0..<150) + links(0..<1), for: writes)
        let undone = try await client.dissociate(from: .contact, to: .deal, links(0..<150), for: writes)
        #expect(made == Array(repeating: nil, count: 151))
        #expect(undone == Array(repeating: nil, count: 150))
        #expect(script.requests.map { Self.froms($0).count }.sorted() == [50, 50, 100, 100])
        #expect(script.requests[0].url.hasSuffix("/crm/v4/associations/calls/companies/batch/create"))
        #expect(script.requests[2].url.hasSuffix("/crm/v4/associations/contacts/deals/batch/archive"))
        let first = script.bodies.compactMap { $0["inputs"]?[0] }.filter { $0["from"] == ["id": "0"] }
        #expect(
            first == [
                [
                    "from": ["id": "0"], "to": ["id": "1000"],
                    "types": [["associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 182]],
                ], ["from": ["id": "0"], "to": [["id": "1000"]]],
            ])
        #expect(try await client.associate(from: .call, to: .company, [], for: writes).isEmpty)
        #expect(script.requests.count == 4)
    }

    @Test("A 207 says which links are refused")
    func partial() async throws {
        let script = Script { _, _ in
            HTTPResponse(207, ["results": [], "errors": [Self.error("2", "1002"), Self.error("0", "1000")]])
        }
        let refusals = try await HubSpotClient(script).associate(from: .call, to: .deal, links(0..<4), for: writes)
        #expect(refusals.map { $0?.status } == [404, nil, 404, nil])
        #expect(script.requests.count == 1)
    }

    @Test("What HubSpot does not name is found by halving", arguments: [400, 404, 207])
    func split(_ status: Int) async throws {
        let script = Script { request, _ in
            if !Self.froms(request).contains("37") { return HTTPResponse(201, ["results": []]) }
            return HTTPResponse(status, ["message": "no", "results": [], "errors": [Self.error("37", nil)]])
        }
        let refusals = try await HubSpotClient(script).associate(from: .call, to: .deal, links(0..<100), for: writes)
        #expect(refusals.indices.filter { refusals[$0] != nil } == [37])
        #expect(refusals[37]?.status == (status == 207 ? 404 : status))
        #expect(script.requests.count <= 15)
    }

    @Test("HubSpot's own trouble is nobody's refusal, and a lost answer an unknown outcome")
    func trouble() async {
        let script = Script { _, _ in
            HTTPResponse(207, ["results": [], "errors": [Self.error("1", "1001", category: "INTERNAL_ERROR")]])
        }
        let faulted = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(script).associate(from: .call, to: .deal, links(0..<4), for: writes)
        }
        #expect(faulted == .faulted(207, "no"))
        let lost = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(Script(.interrupted("reset"))).dissociate(
                from: .call, to: .deal, links(0..<4), for: writes)
        }
        #expect(lost == .unknownOutcome("reset"))
    }

    @Test("Types of associations as HubSpot numbers them; none for what is never associated")
    func types() {
        let table: [(Kind, Kind, Bool, Int?)] = [
            (.contact, .company, true, 1), (.contact, .company, false, 279), (.deal, .company, true, 5),
            (.deal, .company, false, 341), (.deal, .contact, true, 3), (.contact, .deal, false, 4),
            (.call, .company, true, 182), (.call, .contact, false, 194), (.call, .deal, false, 206),
            (.meeting, .company, false, 188), (.meeting, .contact, false, 200), (.meeting, .deal, false, 212),
            (.email, .company, false, 186), (.email, .contact, false, 198), (.email, .deal, true, 210),
            (.company, .deal, true, nil), (.call, .email, false, nil), (.deal, .deal, false, nil),
        ]
        for (from, to, primary, id) in table {
            #expect(HubSpotAssociation.typeID(from: from, to: to, primary: primary) == id)
        }
    }
}
