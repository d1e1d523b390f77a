import Domain
import HTTP
import HubSpot
import Testing

@Suite("HubSpot: associations")
struct HubSpotAssociationTests {
    static func link(_ to: JSON, _ types: Int64...) -> JSON {
        [
            "toObjectId": to,
            "associationTypes": .array(
                types.map { ["category": "HUBSPOT_DEFINED", "typeId": .number(JSONNumber($0)), "label": nil] }),
        ]
    }

    @Test("R12 links of one record are gathered once, whatever their labels, with numbers or texts as ids")
    func gathered() async throws {
        let answer: JSON = [
            "results": [
                ["from": ["id": "1"], "to": [Self.link(70, 279), Self.link("70", 1), Self.link(8, 279)]],
                ["from": ["id": 2], "to": []],
            ], "errors": [["category": "OBJECT_NOT_FOUND", "subCategory": "crm.associations.NO_ASSOCIATIONS_FOUND"]],
        ]
        let script = Script { _, _ in HTTPResponse(207, answer) }
        let ends = try await HubSpotClient(script).associations(
            of: .contact, ids: hubspotIDs(1..<4), to: .company, for: reads)
        #expect(
            ends == [
                hubspotID(1): [
                    HubSpotAssociation(id: hubspotID(70), typeIDs: [1, 279]),
                    HubSpotAssociation(id: hubspotID(8), typeIDs: [279]),
                ]
            ])
        #expect(ends[hubspotID(1)]?.map(\.isPrimary) == [true, false])
        #expect(script.requests[0].url.hasSuffix("/crm/v4/associations/contacts/companies/batch/read"))
    }

    @Test("A thousand records a call; the further pages of all records share the next ones")
    func pages() async throws {
        let script = Script { request, before in
            let results = (request.json["inputs"]?.array ?? []).map { input -> JSON in
                let id = input["id"]?.text ?? ""
                let isFirst = input["after"] == nil
                let paging: JSON = isFirst && id.hasSuffix("7") ? ["next": ["after": "500"]] : nil
                return ["from": ["id": .string(id)], "to": [Self.link(isFirst ? 1 : 2, 341)], "paging": paging]
            }
            return HTTPResponse(200, ["results": .array(results)])
        }
        let ends = try await HubSpotClient(script).associations(
            of: .deal, ids: hubspotIDs(0..<1500), to: .company, for: reads)
        #expect(script.requests.map(\.inputs.count) == [1000, 500, 150])
        #expect(ends.count == 1500)
        #expect(ends[hubspotID(7)]?.map(\.id) == [hubspotID(1), hubspotID(2)])
        #expect(ends[hubspotID(8)]?.map(\.id) == [hubspotID(1)])
    }

    static let misshapen: [(JSON, String)] = [
        (["results": [["to": []]]], #"associations without "from" or "to""#),
        (["results": [["from": ["id": "1"], "to": [["toObjectId": nil]]]]], #"an association without "toObjectId""#),
        (
            ["results": [["from": ["id": "1"], "to": [], "paging": ["next": ["after": "0"]]]]],
            "a page of associations that leads to itself"
        ),
        (["results": [], "errors": [["category": "FORBIDDEN", "message": "no"]]], "no"),
    ]

    @Test("What is not understood is a failure, never a missing link", arguments: misshapen)
    func shapes(_ answer: JSON, _ why: String) async {
        let script = Script { _, _ in HTTPResponse(200, answer) }
        let error = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(script).associations(of: .deal, ids: [hubspotID(1)], to: .company, for: reads)
        }
        #expect(error == .faulted(200, why))
    }
}
