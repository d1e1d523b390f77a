import Domain
import HTTP
import HubSpot
import Testing

@Suite("HubSpot: making records")
struct HubSpotCreateTests {
    private func creations(_ numbers: Range<Int>) -> [HubSpotCreation] {
        numbers.map { HubSpotCreation(trace: "t\($0)", properties: ["passerelle_ref": "affaires:\($0)"]) }
    }

    private static func traces(_ request: HTTPRequest) -> [String] {
        (request.json["inputs"]?.array ?? []).compactMap { $0["objectWriteTraceId"]?.text }
    }

    private static func made(_ request: HTTPRequest) -> HTTPResponse {
        HTTPResponse(
            201, ["results": .array(traces(request).reversed().map { record("9\($0.dropFirst())", [:], ["objectWriteTraceId": .string($0)]) })])
    }

    @Test("Properties, trace and associations go as HubSpot wants them, a hundred a call, without associations none")
    func body() async throws {
        let script = Script { request, _ in Self.made(request) }
        let linked = HubSpotCreation(
            trace: "t", properties: ["dealname": "D"], associations: [.init(to: hubspotID(7), kind: .company, typeID: 5)])
        let outcomes = try await HubSpotClient(script).create(.deal, [linked] + creations(0..<104), for: reads)
        #expect(script.requests.map { Self.traces($0).count } == [100, 5])
        #expect(script.requests[0].url.hasSuffix("/crm/v3/objects/deals/batch/create"))
        #expect(
            script.bodies[0]["inputs"]?[0] == [
                "properties": ["dealname": "D"], "objectWriteTraceId": "t",
                "associations": [
                    ["to": ["id": "7"], "types": [["associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 5]]]
                ],
            ])
        #expect(script.bodies[0]["inputs"]?[1]?["associations"] == nil)
        #expect(outcomes.count == 105)
        #expect(outcomes["t103"]?.object?.id == hubspotID(9103))
    }

    @Test("Without a trace in the answer our reference tells whose a record is; without either nobody's it is")
    func references() async throws {
        let script = Script { request, _ in
            HTTPResponse(
                201,
                [
                    "results": [
                        record("91", ["passerelle_ref": "affaires:1"]), record("90", ["passerelle_ref": "affaires:0"]),
                        record("99", ["passerelle_ref": "affaires:77"]), record("98"),
                    ]
                ])
        }
        let outcomes = try await HubSpotClient(script).create(.deal, creations(0..<4), for: reads)
        #expect(outcomes.compactMapValues(\.object?.id) == ["t0": hubspotID(90), "t1": hubspotID(91)])
    }

    @Test("A 207 names the refused by trace only: an id in an error is the other end's")
    func partial() async throws {
        let errors: JSON = [
            ["category": "VALIDATION_ERROR", "message": "bad", "context": ["objectWriteTraceId": ["t1"], "ids": ["t0"]]],
            ["category": "INTERNAL_ERROR", "message": "later", "context": ["objectWriteTraceId": ["t2"]]],
        ]
        let script = Script { _, _ in
            HTTPResponse(207, ["results": [record("90", [:], ["objectWriteTraceId": "t0"])], "errors": errors])
        }
        let outcomes = try await HubSpotClient(script).create(.deal, creations(0..<3), for: reads)
        #expect(outcomes.keys.sorted() == ["t0", "t1"])
        #expect(outcomes["t0"]?.object?.id == hubspotID(90))
        #expect(outcomes["t1"]?.refusal == HubSpotRefusal(status: 400, category: "VALIDATION_ERROR", message: "bad"))
    }

    @Test("A batch that is refused as a whole is halved until the one at fault is found", arguments: [400, 409])
    func split(_ status: Int) async throws {
        let script = Script { request, _ in
            Self.traces(request).contains("t37") ? HTTPResponse(status, ["message": "no"]) : Self.made(request)
        }
        let outcomes = try await HubSpotClient(script).create(.deal, creations(0..<100), for: reads)
        #expect(outcomes.count == 100)
        #expect(outcomes.compactMapValues(\.refusal) == ["t37": HubSpotRefusal(status: status, message: "no")])
        // A conflict that names no holder is asked about once more.
        #expect(script.requests.count == (status == 409 ? 14 : 13))
    }

    @Test("Invariant 8: what was made before an outage is told; a first call's outage is thrown")
    func outage() async throws {
        let script = Script { request, before in before == 0 ? Self.made(request) : HTTPResponse(status: 503) }
        let outcomes = try await HubSpotClient(script).create(.deal, creations(0..<150), for: reads)
        #expect(outcomes.count == 100)
        #expect(script.requests.count == 2)
        let error = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(Script(503, "")).create(.deal, creations(0..<150), for: reads)
        }
        #expect(error == .unavailable("HubSpot answered 503", retryAfter: nil))
        let lost = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(Script(.interrupted("reset"))).create(.deal, creations(0..<1), for: reads)
        }
        #expect(lost == .unknownOutcome("reset"))
    }

    static let messages: [(Int, String, String?)] = [
        (409, "Contact already exists. Existing ID: 123", "123"), (409, "Contact already exists", nil),
        (400, "Existing ID: 123", nil), (409, "CONTACT EXISTS, existing id:77.", "77"),
    ]

    @Test("R28 the holder of a mail is named where HubSpot names it", arguments: messages)
    func holder(_ status: Int, _ message: String, _ id: String?) {
        #expect(HubSpotRefusal(status: status, message: message).holder == id.map { ID($0) })
    }
}
