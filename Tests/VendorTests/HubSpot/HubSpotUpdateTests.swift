import Domain
import HTTP
import HubSpot
import Testing

@Suite("HubSpot: updating records")
struct HubSpotUpdateTests {
    private func updates(_ ids: Range<Int>) -> [HubSpotUpdate] {
        ids.map { HubSpotUpdate(id: hubspotID($0), properties: ["amount": ""]) }
    }

    @Test("A batch that is refused as a whole is halved until the one at fault is found", arguments: [400, 409])
    func split(_ status: Int) async throws {
        let script = Script { request, _ in
            request.inputs.contains("37")
                ? HTTPResponse(status, ["status": "error", "message": "not this one", "category": "CONFLICT"])
                : HTTPResponse(200, ["results": .array(request.inputs.reversed().map { record($0) })])
        }
        let outcomes = try await HubSpotClient(script).update(.deal, updates(0..<100), for: reads)
        let refused = outcomes.filter { if case .failure = $0.value { true } else { false } }
        #expect(outcomes.count == 100)
        #expect(
            refused == [
                hubspotID(37): .failure(HubSpotRefusal(status: status, category: "CONFLICT", message: "not this one"))
            ])
        // The whole, then two calls for each of six halvings: 100, 50, 25, 12, 6, 3, 1.
        #expect(script.requests.count == 13)
    }

    @Test("The same record twice in a batch goes in two calls, in order")
    func twice() async throws {
        let script = Script { request, _ in
            HTTPResponse(200, ["results": .array(request.inputs.map { record($0) })])
        }
        let same = HubSpotUpdate(id: hubspotID(1), properties: ["amount": "2"])
        _ = try await HubSpotClient(script).update(.deal, updates(0..<3) + [same], for: reads)
        #expect(script.requests.map(\.inputs) == [["0", "1", "2"], ["1"]])
        #expect(script.bodies[0]["inputs"]?[0] == ["id": "0", "objectWriteTraceId": "0", "properties": ["amount": ""]])
        #expect(script.bodies[1]["inputs"]?[0]?["properties"] == ["amount": "2"])
    }

    static let gone: JSON = ["category": "OBJECT_NOT_FOUND", "message": "gone", "context": ["ids": ["2"]]]
    static let invalid: JSON = [
        "category": "VALIDATION_ERROR", "message": "bad", "context": ["objectWriteTraceId": ["3"]],
        "errors": [["context": ["propertyName": ["civilite"]]]],
    ]
    static let passing: JSON = [
        "category": "INTERNAL_ERROR", "message": "later", "context": ["objectWriteTraceId": "4"],
    ]
    static let stranger: JSON = ["category": "VALIDATION_ERROR", "message": "whose?", "context": ["ids": ["77"]]]

    @Test(
        "A 207 says of each record what became of it, in any order",
        arguments: [
            [gone, invalid, passing, stranger], [stranger, passing, invalid, gone], [invalid, gone, stranger, passing],
        ])
    func partial(_ errors: [JSON]) async throws {
        let script = Script { _, _ in
            HTTPResponse(
                207,
                ["results": [record("9", [:], ["objectWriteTraceId": "5"]), record("1")], "errors": .array(errors)])
        }
        let outcomes = try await HubSpotClient(script).update(.contact, updates(1..<6), for: reads)
        #expect(outcomes.count == 4)
        #expect(outcomes[hubspotID(1)].flatMap { try? $0.get() }?.id == hubspotID(1))
        #expect(
            outcomes[hubspotID(2)]
                == .failure(HubSpotRefusal(status: 404, category: "OBJECT_NOT_FOUND", message: "gone")))
        #expect(
            outcomes[hubspotID(3)]
                == .failure(
                    HubSpotRefusal(status: 400, category: "VALIDATION_ERROR", message: "bad", property: "civilite")))
        // HubSpot's own trouble says nothing of the record.
        #expect(outcomes[hubspotID(4)] == nil)
        #expect(outcomes[hubspotID(5)].flatMap { try? $0.get() }?.id == hubspotID(9))
    }

    @Test("An error that names nobody is the only unanswered record's")
    func nameless() async throws {
        let script = Script { _, _ in
            HTTPResponse(207, ["results": [record("1")], "errors": [["category": "CONFLICT", "message": "taken"]]])
        }
        let outcomes = try await HubSpotClient(script).update(.contact, updates(1..<3), for: reads)
        #expect(outcomes[hubspotID(2)] == .failure(HubSpotRefusal(status: 409, category: "CONFLICT", message: "taken")))
    }

    @Test("An outage in the middle of a split is the outage's, not the record's")
    func outage() async {
        let script = Script { _, before in HTTPResponse(status: before == 0 ? 400 : 503) }
        let error = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(script).update(.contact, updates(1..<3), for: reads)
        }
        #expect(error == .unavailable("HubSpot answered 503", retryAfter: nil))
    }
}
