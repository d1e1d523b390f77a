import Testing

@testable import Sandbox

struct HubSpotSearchTests {
    private func search(_ hubspot: RunningHubSpot, _ body: JSON) async -> (status: Int, json: JSON, answer: Answer) {
        await hubspot.send("POST", "/crm/v3/objects/companies/search", body)
    }

    private func filter(_ name: String, _ operation: String, _ more: [String: JSON]) -> JSON {
        .object(more.merging(["propertyName": .string(name), "operator": .string(operation)]) { _, new in new })
    }

    @Test(
        "Operators find what they should",
        arguments: [
            ("name", "EQ", ["value": "fournil"], ["Fournil"]),
            ("name", "NEQ", ["value": "Fournil"], ["Atelier", "Garage Durand"]),
            ("name", "CONTAINS_TOKEN", ["value": "dur*"], ["Garage Durand"]),
            ("name", "IN", ["values": ["fournil", "atelier"]], ["Atelier", "Fournil"]),
            ("name", "IN", ["values": ["Fournil"]], []),
            ("name", "NOT_IN", ["values": ["fournil"]], ["Atelier", "Garage Durand"]),
            ("city", "HAS_PROPERTY", [:], ["Fournil"]),
            ("city", "NOT_HAS_PROPERTY", [:], ["Atelier", "Garage Durand"]),
            ("numberofemployees", "GT", ["value": "5"], ["Garage Durand"]),
            ("numberofemployees", "LTE", ["value": "5"], ["Atelier", "Fournil"]),
            ("numberofemployees", "BETWEEN", ["value": "4", "highValue": "40"], ["Fournil", "Garage Durand"]),
        ] as [(String, String, [String: JSON], [String])])
    func operators(name: String, operation: String, more: [String: JSON], found: [String]) async throws {
        let hubspot = try RunningHubSpot()
        _ = try await hubspot.company(["name": "Fournil", "city": "Lyon", "numberofemployees": "5"])
        _ = try await hubspot.company(["name": "Atelier", "numberofemployees": "1"])
        _ = try await hubspot.company(["name": "Garage Durand", "numberofemployees": "40"])
        let (status, json, _) = await search(
            hubspot, ["filterGroups": [["filters": [filter(name, operation, more)]]], "properties": ["name"], "sorts": ["name"]])
        #expect(status == 200)
        #expect(json["results"]?.items?.compactMap { $0["properties"]?["name"]?.text } == found)
        #expect(json["total"]?.integer == found.count)
    }

    @Test("Pages hold at most 200, and nothing beyond the ten thousandth result is handed out")
    func caps() async throws {
        let hubspot = try RunningHubSpot()
        #expect(await search(hubspot, ["limit": 201]).status == 400)
        #expect(await search(hubspot, ["limit": 200, "after": "9800"]).status == 200)
        #expect(await search(hubspot, ["limit": 200, "after": "9801"]).status == 400)
        let one: JSON = filter("name", "EQ", ["value": "x"])
        func groups(_ count: Int, of size: Int) -> JSON {
            ["filterGroups": .array(Array(repeating: ["filters": .array(Array(repeating: one, count: size))], count: count))]
        }
        #expect(await search(hubspot, groups(6, of: 1)).status == 400)
        #expect(await search(hubspot, groups(1, of: 7)).status == 400)
        #expect(await search(hubspot, groups(4, of: 5)).status == 400)
        #expect(await search(hubspot, groups(3, of: 6)).status == 200)
        #expect(await search(hubspot, ["query": .string(String(repeating: "x", count: 3000))]).status == 400)
        #expect(await search(hubspot, ["sorts": ["name", "city"]]).status == 400)
    }

    @Test("Walking by modified date meets every record once, archived ones never")
    func walk() async throws {
        let hubspot = try RunningHubSpot()
        for count in 0..<25 { hubspot.vendor.plant(.companies, ["name": "C\(count)"], at: 1_700_000_000_000 + count / 2) }
        _ = await hubspot.send("DELETE", "/crm/v3/objects/companies/103")
        var ids: [String] = []
        var after = "0"
        while true {
            let (_, json, _) = await search(
                hubspot,
                [
                    "filterGroups": [["filters": [filter("hs_lastmodifieddate", "GTE", ["value": "1700000000000"])]]],
                    "sorts": [["propertyName": "hs_lastmodifieddate", "direction": "ASCENDING"]], "limit": 10,
                    "after": .string(after),
                ])
            ids += json["results"]?.items?.compactMap { $0["id"]?.text } ?? []
            guard let next = json["paging"]?["next"]?["after"]?.text else { break }
            after = next
        }
        #expect(ids.count == 24)
        #expect(Set(ids).count == 24)
        #expect(!ids.contains("103"))
    }

    @Test("A change takes its moment to be found, and the old value is found until then")
    func lag() throws {
        var index = SearchIndex()
        var record = Record(id: 7, createdAt: 0, updatedAt: 1000)
        record.properties["name"] = "old"
        index.note(record, id: 7, visibleAt: 1300)
        index.settle(at: 1299)
        #expect(index.entries.isEmpty)
        index.settle(at: 1300)
        record.updatedAt = 2000
        record.properties["name"] = "new"
        index.note(record, id: 7, visibleAt: 2300)
        index.settle(at: 2200)
        #expect(index.records[7]?.properties["name"] == "old")
        index.settle(at: 2300)
        #expect(index.entries == [SearchIndex.Entry(modified: 2000, id: 7)])
    }
}
