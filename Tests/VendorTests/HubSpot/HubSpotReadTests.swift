import Domain
import HTTP
import HubSpot
import Testing

@Suite("HubSpot: reading records")
struct HubSpotReadTests {
    @Test(
        "A hundred records a call, fifty with history, each asked for once",
        arguments: [([], [100, 100, 50]), (["lifecyclestage"], [50, 50, 50, 50, 50])])
    func chunks(_ history: [String], _ sizes: [Int]) async throws {
        let script = Script { request, _ in
            HTTPResponse(200, ["results": .array(request.inputs.reversed().map { record($0) })])
        }
        let ids = hubspotIDs(0..<250) + hubspotIDs(0..<10)
        let reading = try await HubSpotClient(script).read(
            .company, ids: ids, properties: ["name", "name"], history: history, for: reads)
        #expect(script.requests.map(\.inputs.count) == sizes)
        #expect(reading.found.count == 250)
        #expect(reading.found.allSatisfy { $0.key == $0.value.id })
        #expect(reading.missing.isEmpty)
        #expect(script.bodies[0]["properties"] == ["name", "hs_merged_object_ids"])
        #expect(script.bodies[0]["propertiesWithHistory"] == (history.isEmpty ? nil : ["lifecyclestage"]))
    }

    @Test("No id costs no call")
    func nothing() async throws {
        let script = Script(500, "")
        #expect(try await HubSpotClient(script).read(.deal, ids: [], properties: [], for: reads) == HubSpotReading())
        #expect(script.requests.isEmpty)
    }

    @Test("R26 a 207 tells what is missing; a merged id leads to the survivor's record; an archived record is gone")
    func partial() async throws {
        let answer: JSON = [
            "status": "COMPLETE",
            "results": [
                record("9", ["hs_merged_object_ids": "3; 4", "name": "Survivor"]),
                record("1", ["name": nil, "city": ""]),
                record("6", [:], ["archived": true]),
            ],
            "errors": [["category": "OBJECT_NOT_FOUND", "context": ["ids": ["2"]]]],
        ]
        let script = Script { _, _ in HTTPResponse(207, answer) }
        let reading = try await HubSpotClient(script).read(.company, ids: hubspotIDs(1..<7), properties: [], for: reads)
        #expect(reading.missing == [hubspotID(2), hubspotID(5), hubspotID(6)])
        #expect(reading.found[hubspotID(3)]?.id == hubspotID(9))
        #expect(reading.found[hubspotID(4)]?.mergedIDs == [hubspotID(3), hubspotID(4)])
        #expect(reading.found[hubspotID(1)]?.properties == [:])
    }

    @Test("A record that could not be read never passes for a deleted one")
    func unreadable() async {
        let script = Script(207, #"{"results":[],"errors":[{"category":"INTERNAL_ERROR","message":"try again"}]}"#)
        let error = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(script).read(.company, ids: [hubspotID(1)], properties: [], for: reads)
        }
        #expect(error == .faulted(207, "try again"))
    }

    @Test("R8 histories come oldest first, with empty values as none; moments are ISO or milliseconds")
    func history() async throws {
        let object = record(
            "1", ["synchro_artis": "true", "hs_lastmodifieddate": "1764057600000"],
            [
                "propertiesWithHistory": [
                    "synchro_artis": [
                        ["value": "true", "timestamp": "2026-11-25T07:00:00Z"],
                        ["value": "", "timestamp": "2026-11-24T07:00:00.500Z"], ["value": "false"],
                    ]
                ]
            ])
        let script = Script { _, _ in HTTPResponse(200, ["results": [object]]) }
        let reading = try await HubSpotClient(script).read(
            .company, ids: [hubspotID(1)], properties: [], history: ["synchro_artis"], for: reads)
        let read = try #require(reading.found[hubspotID(1)])
        #expect(read.isTicked)
        #expect(read.modified == Instant(milliseconds: 1_764_057_600_000))
        #expect(
            read.history["synchro_artis"]?.entries == [
                .init(nil, since: try #require(Instant(text: "2026-11-24T07:00:00.5Z"))),
                .init("true", since: try #require(Instant(text: "2026-11-25T07:00:00Z"))),
            ])
    }

    @Test("A search asks what it is told, and gives its page")
    func search() async throws {
        let script = Script { _, _ in
            HTTPResponse(
                200,
                [
                    "total": 812, "results": [record("5", ["lastmodifieddate": "2026-11-25T06:00:00Z"])],
                    "paging": ["next": ["after": "200"]],
                ])
        }
        let query = HubSpotSearch(
            groups: [
                [HubSpotFilter("lastmodifieddate", .gte, "17"), HubSpotFilter("x", .in, values: ["a", "b"])],
                [HubSpotFilter("y", .between, "1", "2"), HubSpotFilter("z", .hasProperty)],
            ],
            sort: "lastmodifieddate", properties: ["synchro_artis"], limit: 500, after: "100")
        let page = try await HubSpotClient(script).search(.contact, query, for: reads)
        #expect(page.after == "200" && page.total == 812)
        #expect(page.objects.first?.modified == Instant(text: "2026-11-25T06:00:00Z"))
        #expect(script.requests[0].url == "https://api.hubapi.com/crm/v3/objects/contacts/search")
        #expect(
            script.bodies[0] == [
                "filterGroups": [
                    [
                        "filters": [
                            ["propertyName": "lastmodifieddate", "operator": "GTE", "value": "17"],
                            ["propertyName": "x", "operator": "IN", "values": ["a", "b"]],
                        ]
                    ],
                    [
                        "filters": [
                            ["propertyName": "y", "operator": "BETWEEN", "value": "1", "highValue": "2"],
                            ["propertyName": "z", "operator": "HAS_PROPERTY"],
                        ]
                    ],
                ], "sorts": [["propertyName": "lastmodifieddate", "direction": "ASCENDING"]],
                "properties": ["synchro_artis"], "limit": 200, "after": "100",
            ])
    }
}
