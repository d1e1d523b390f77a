import Testing

@testable import Sandbox

struct HubSpotAssociationTests {
    private func typeIds(_ json: JSON) -> [String: Set<Int>] {
        let links = json["results"]?.items?.first?["to"]?.items ?? []
        let pairs = links.map { link in
            let ids = (link["associationTypes"]?.items ?? []).compactMap { $0["typeId"]?.integer }
            return (link["toObjectId"]?.spelled ?? "", Set(ids))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private func link(_ hubspot: RunningHubSpot, _ contact: String, _ company: String, _ typeId: Int) async -> Int {
        await hubspot.send(
            "POST", "/crm/v4/associations/contacts/companies/batch/create",
            [
                "inputs": [
                    [
                        "from": ["id": .string(contact)], "to": ["id": .string(company)],
                        "types": [["associationCategory": "HUBSPOT_DEFINED", "associationTypeId": .integer(typeId)]],
                    ]
                ]
            ]
        ).status
    }

    @Test("The primary mark moves to the company that asks for it, seen from both ends")
    func primary() async throws {
        let hubspot = try RunningHubSpot()
        let first = try await hubspot.company(["name": "A"])
        let second = try await hubspot.company(["name": "B"])
        let contact = try await hubspot.contact(["email": "a@exemple.fr"])
        #expect(await link(hubspot, contact, first, 1) == 201)
        #expect(await link(hubspot, contact, second, 279) == 201)
        let read: JSON = ["inputs": [["id": .string(contact)]]]
        let path = "/crm/v4/associations/contacts/companies/batch/read"
        var links = typeIds(await hubspot.send("POST", path, read).json)
        #expect(links == [first: [1, 279], second: [279]])
        #expect(await link(hubspot, contact, second, 1) == 201)
        links = typeIds(await hubspot.send("POST", path, read).json)
        #expect(links == [first: [279], second: [1, 279]])
        let back = await hubspot.send(
            "POST", "/crm/v4/associations/companies/contacts/batch/read", ["inputs": [["id": .string(second)]]])
        #expect(typeIds(back.json) == [contact: [2, 280]])
    }

    @Test("No association is a 207 that names the record")
    func none() async throws {
        let hubspot = try RunningHubSpot()
        let company = try await hubspot.company()
        let (status, json, _) = await hubspot.send(
            "POST", "/crm/v4/associations/companies/deals/batch/read", ["inputs": [["id": .string(company)]]])
        #expect(status == 207)
        let error = json["errors"]?.items?.first
        #expect(error?["subCategory"]?.text?.hasSuffix("NO_ASSOCIATIONS_FOUND") == true)
        #expect(error?["context"]?["fromObjectId"] == [.string(company)])
    }

    @Test("A record with more than 500 links is read page by page")
    func pages() async throws {
        let hubspot = try RunningHubSpot()
        let company = hubspot.vendor.plant(.companies, ["name": "A"])
        for _ in 0..<501 {
            hubspot.vendor.plant(.calls, [:], links: [PlantedLink(type: .companies, id: company)])
        }
        let path = "/crm/v4/associations/companies/calls/batch/read"
        let first = await hubspot.send("POST", path, ["inputs": [["id": .string(company)]]]).json["results"]?.items?.first
        #expect(first?["to"]?.items?.count == 500)
        let after = try #require(first?["paging"]?["next"]?["after"]?.text)
        let rest = await hubspot.send("POST", path, ["inputs": [["id": .string(company), "after": .string(after)]]])
        #expect(rest.json["results"]?.items?.first?["to"]?.items?.count == 1)
        #expect(rest.json["results"]?.items?.first?["paging"] == nil)
    }

    @Test("Every type id of the page stands for its own direction")
    func ids() {
        let expected: [(ObjectType, ObjectType, Int, Int?)] = [
            (.contacts, .companies, 279, 1), (.deals, .companies, 341, 5), (.deals, .contacts, 3, nil),
            (.contacts, .deals, 4, nil), (.calls, .companies, 182, nil), (.calls, .contacts, 194, nil),
            (.calls, .deals, 206, nil), (.meetings, .companies, 188, nil), (.meetings, .contacts, 200, nil),
            (.meetings, .deals, 212, nil), (.emails, .companies, 186, nil), (.emails, .contacts, 198, nil),
            (.emails, .deals, 210, nil),
        ]
        for (from, to, plain, primary) in expected {
            let kind = AssociationKind.between(from, to)
            #expect(kind?.plain == plain)
            #expect(kind?.primary == primary)
            #expect(AssociationKind.of(plain, from: from)?.to == to)
        }
    }
}
