import Testing

@testable import Sandbox

struct HubSpotBatchTests {
    @Test("A batch read tells what it found and what not, as 207")
    func partialRead() async throws {
        let hubspot = try RunningHubSpot()
        let id = try await hubspot.company()
        let (status, json, answer) = await hubspot.send(
            "POST", "/crm/v3/objects/companies/batch/read",
            ["properties": ["name"], "inputs": [["id": .string(id)], ["id": "999999"]]])
        #expect(status == 207)
        #expect(answer.inputs == 2)
        #expect(json["results"]?.items?.count == 1)
        #expect(json["errors"]?.items?.first?["category"] == "OBJECT_NOT_FOUND")
        #expect(json["errors"]?.items?.first?["context"]?["ids"] == ["999999"])
    }

    @Test("One id twice, 101 inputs, or 51 with history are a 400", arguments: [(2, 1, false), (101, 101, false), (51, 51, true), (100, 100, false), (50, 50, true)])
    func sizes(count: Int, distinct: Int, history: Bool) async throws {
        let hubspot = try RunningHubSpot()
        let inputs = (0..<count).map { JSON.object(["id": .string(String($0 % distinct + 1))]) }
        let (status, _, _) = await hubspot.send(
            "POST", "/crm/v3/objects/companies/batch/read",
            ["inputs": .array(inputs), "propertiesWithHistory": history ? ["name"] : []])
        #expect((status == 400) == (count != distinct || count > (history ? 50 : 100)))
    }

    @Test("Without trace ids one bad input refuses the whole creation")
    func allOrNothing() async throws {
        let hubspot = try RunningHubSpot()
        let (status, _, _) = await hubspot.send(
            "POST", "/crm/v3/objects/companies/batch/create",
            ["inputs": [["properties": ["name": "A"]], ["properties": ["nonsense": "B"]]]])
        #expect(status == 400)
        let all = try await hubspot.control("GET", "/records/hubspot/companies")
        #expect(all["records"]?.items?.isEmpty == true)
    }

    @Test("With trace ids the good ones are made and the bad ones named")
    func traced() async throws {
        let hubspot = try RunningHubSpot()
        _ = try await hubspot.contact(["email": "a@exemple.fr"])
        let inputs: JSON = [
            ["properties": ["email": "b@exemple.fr"], "objectWriteTraceId": "one"],
            ["properties": ["email": "a@exemple.fr"], "objectWriteTraceId": "two"],
        ]
        let (status, json, _) = await hubspot.send(
            "POST", "/crm/v3/objects/contacts/batch/create", ["inputs": inputs])
        #expect(status == 207)
        #expect(json["results"]?.items?.first?["objectWriteTraceId"] == "one")
        #expect(json["errors"]?.items?.first?["context"]?["objectWriteTraceId"] == ["two"])
        try await hubspot.control("PATCH", "/hubspot/settings", ["conflict_refuses_batch": true])
        let whole = await hubspot.send(
            "POST", "/crm/v3/objects/contacts/batch/create",
            ["inputs": [["properties": ["email": "a@exemple.fr"], "objectWriteTraceId": "one"]]])
        #expect(whole.status == 409)
    }

    @Test("Records are created with their associations, and read by a property with unique values")
    func inline() async throws {
        let hubspot = try RunningHubSpot()
        let company = try await hubspot.company()
        let property: JSON = [
            "name": "passerelle_ref", "label": "Ref", "type": "string", "fieldType": "text",
            "groupName": "dealinformation", "hasUniqueValue": true,
        ]
        #expect(await hubspot.send("POST", "/crm/v3/properties/deals", property).status == 201)
        let deal: JSON = [
            "properties": [
                "dealname": "Four", "pipeline": "default", "dealstage": "closedwon", "passerelle_ref": "affaires:7",
            ],
            "associations": [
                ["to": ["id": .string(company)], "types": [["associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 5]]]
            ],
        ]
        #expect(await hubspot.send("POST", "/crm/v3/objects/deals/batch/create", ["inputs": [deal]]).status == 201)
        #expect(await hubspot.send("POST", "/crm/v3/objects/deals/batch/create", ["inputs": [deal]]).status == 409)
        let read = await hubspot.send(
            "POST", "/crm/v3/objects/deals/batch/read",
            ["idProperty": "passerelle_ref", "properties": ["dealname"], "inputs": [["id": "affaires:7"]]])
        #expect(read.status == 200)
        let id = try #require(read.json["results"]?.items?.first?["id"]?.text)
        let links = await hubspot.send("GET", "/crm/v4/objects/deals/\(id)/associations/companies")
        #expect(links.json["results"]?.items?.first?["toObjectId"]?.spelled == company)
    }

    @Test("Activities take no unique values where the account is set so")
    func activities() async throws {
        let property: JSON = [
            "name": "passerelle_ref", "label": "Ref", "type": "string", "fieldType": "text", "groupName": "call",
            "hasUniqueValue": true,
        ]
        let open = try RunningHubSpot()
        #expect(await open.send("POST", "/crm/v3/properties/calls", property).status == 201)
        let closed = try RunningHubSpot { $0.activitiesRefuseUnique = true }
        #expect(await closed.send("POST", "/crm/v3/properties/calls", property).status == 400)
    }
}
