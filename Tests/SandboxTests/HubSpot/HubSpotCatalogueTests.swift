import Testing

@testable import Sandbox

struct HubSpotCatalogueTests {
    @Test("Owners come page by page; archived ones only when asked for, and without their userId")
    func owners() async throws {
        let hubspot = try RunningHubSpot()
        for user in 1...3 {
            hubspot.vendor.plantOwner(
                email: "u\(user)@exemple.fr", firstName: "U", lastName: "\(user)", userId: user, archived: user == 3)
        }
        let first = await hubspot.send("GET", "/crm/v3/owners/?limit=1").json
        #expect(first["results"]?.items?.first?["userId"] == 1)
        let after = try #require(first["paging"]?["next"]?["after"]?.text)
        let second = await hubspot.send("GET", "/crm/v3/owners/?limit=1&after=\(after)").json
        #expect(second["results"]?.items?.first?["userId"] == 2)
        #expect(second["paging"] == nil)
        let archived = await hubspot.send("GET", "/crm/v3/owners/?archived=true").json["results"]?.items
        #expect(archived?.map { $0["userId"] } == [.null])
        #expect(archived?.first?["userIdIncludingInactive"] == 3)
    }

    @Test("A stage is added to a pipeline, and a deal may only stand in a stage of its own")
    func stages() async throws {
        let hubspot = try RunningHubSpot()
        let made = await hubspot.send(
            "POST", "/crm/v3/pipelines/deals/default/stages",
            ["label": "Approche", "displayOrder": 9, "metadata": ["probability": "0.1"]])
        let stage = try hubspot.id(of: made)
        let deal: JSON = ["dealname": "Four", "pipeline": "default", "dealstage": .string(stage)]
        #expect(await hubspot.send("POST", "/crm/v3/objects/deals", ["properties": deal]).status == 201)
        let stray: JSON = ["dealname": "Four", "pipeline": "default", "dealstage": "nowhere"]
        #expect(await hubspot.send("POST", "/crm/v3/objects/deals", ["properties": stray]).status == 400)
    }

    @Test("A scope that the token lacks is missing in what is told of it, and refuses the calls that need it, no others")
    func scopes() async throws {
        let hubspot = try RunningHubSpot()
        try await hubspot.control("PATCH", "/hubspot/settings", ["missing_scopes": ["crm.schemas.deals.write"]])
        let stage: JSON = ["label": "Approche", "displayOrder": 9, "metadata": ["probability": "0.1"]]
        let refused = await hubspot.send("POST", "/crm/v3/pipelines/deals/default/stages", stage)
        #expect(refused.status == 403 && refused.json["category"] == "MISSING_SCOPES")
        #expect(await hubspot.send("GET", "/crm/v3/pipelines/deals").status == 200)
        #expect(await hubspot.send("POST", "/crm/v3/objects/deals/search", [:]).status == 200)
    }

    @Test("A type holds ten properties with unique values, not eleven")
    func uniques() async throws {
        let hubspot = try RunningHubSpot()
        var statuses: [Int] = []
        for number in 1...11 {
            statuses.append(
                await hubspot.send(
                    "POST", "/crm/v3/properties/companies",
                    [
                        "name": "ref\(number)", "label": "Ref", "type": "string", "fieldType": "text",
                        "groupName": "companyinformation", "hasUniqueValue": true,
                    ]
                ).status)
        }
        #expect(statuses == Array(repeating: 201, count: 10) + [400])
    }

    @Test("The dated paths are twins of the old ones")
    func dated() async throws {
        let hubspot = try RunningHubSpot()
        let id = try await hubspot.company()
        #expect(await hubspot.send("GET", "/crm/objects/2026-03/companies/\(id)").status == 200)
        #expect(await hubspot.send("GET", "/crm/objects/2026-03/0-2/\(id)").status == 200)
        #expect(await hubspot.send("GET", "/crm/owners/2026-03").status == 200)
    }

    @Test("The account tells its zone and what UTC differs by")
    func account() async throws {
        let hubspot = try RunningHubSpot { $0.timeZone = "Asia/Tokyo" }
        let (status, json, _) = await hubspot.send("GET", "/account-info/v3/details")
        #expect(status == 200)
        #expect(json["timeZone"] == "Asia/Tokyo")
        #expect(json["utcOffsetMilliseconds"] == 32_400_000)
        #expect(json["utcOffset"] == "+09:00")
    }
}
