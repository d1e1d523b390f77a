import Testing

@testable import Sandbox

struct HubSpotRecordTests {
    @Test("Every value is a string, one without a value is null, an unknown name is silently absent")
    func shape() async throws {
        let hubspot = try RunningHubSpot()
        let id = try await hubspot.company(["name": "Fournil", "numberofemployees": 12])
        let (status, json, _) = await hubspot.send(
            "GET", "/crm/v3/objects/companies/\(id)?properties=name,numberofemployees,city,nonsense")
        #expect(status == 200)
        #expect(json["properties"]?["numberofemployees"] == "12")
        #expect(json["properties"]?["city"] == .null)
        #expect(json["properties"]?["nonsense"] == nil)
        #expect(json["properties"]?["hs_object_id"] == .string(id))
        #expect(json["archived"] == false)
    }

    @Test(
        "Refused in a write, with the property named",
        arguments: [
            ("companies", "nonsense", "x", "PROPERTY_DOESNT_EXIST"),
            ("companies", "lifecyclestage", "prospect", "INVALID_OPTION"),
            ("companies", "numberofemployees", "many", "INVALID_NUMBER"),
            ("companies", "hs_object_id", "7", "READ_ONLY_VALUE"),
            ("companies", "hubspot_owner_id", "424242", "INVALID_OWNER_ID"),
            ("contacts", "email", "no mail", "INVALID_EMAIL"),
            ("meetings", "hs_timestamp", "tomorrow", "INVALID_DATE"),
            ("deals", "dealname", "", "REQUIRED_FIELD"),
            ("calls", "hs_timestamp", "", "REQUIRED_FIELD"),
        ])
    func refused(type: String, name: String, value: String, code: String) async throws {
        let hubspot = try RunningHubSpot()
        let (status, json, _) = await hubspot.send(
            "POST", "/crm/v3/objects/\(type)", ["properties": .object([name: .string(value)])])
        #expect(status == 400)
        let details = json["errors"]?.items ?? []
        #expect(details.contains { $0["code"]?.text == code && $0["context"]?["propertyName"] == [.string(name)] })
    }

    @Test("A name with a capital is refused, or welcome where the account holds one")
    func capitals() async throws {
        let definition: JSON = [
            "name": "SIRET", "label": "SIRET", "type": "string", "fieldType": "text",
            "groupName": "companyinformation",
        ]
        let strict = try RunningHubSpot()
        #expect(await strict.send("POST", "/crm/v3/properties/companies", definition).status == 400)
        let named: JSON = ["properties": ["SIRET": "73282932000074"]]
        let refused = await strict.send("POST", "/crm/v3/objects/companies", named)
        #expect(refused.status == 400 && refused.json["message"]?.text?.contains("lowercase") == true)
        strict.vendor.plantProperty(.companies, definition)
        #expect(await strict.send("POST", "/crm/v3/objects/companies", named).status == 201)
        let lenient = try RunningHubSpot { $0.upperCaseRefused = false }
        #expect(await lenient.send("POST", "/crm/v3/properties/companies", definition).status == 201)
        #expect(await lenient.send("POST", "/crm/v3/properties/companies", definition).status == 409)
        _ = try await lenient.company(["SIRET": "73282932000074"])
    }

    @Test("A lifecycle stage moves forward only: a step back answers 200 and does nothing")
    func lifecycle() async throws {
        let hubspot = try RunningHubSpot()
        let id = try await hubspot.company(["lifecyclestage": "customer"])
        let back = await hubspot.send(
            "PATCH", "/crm/v3/objects/companies/\(id)", ["properties": ["lifecyclestage": "lead", "city": "Lyon"]])
        #expect(back.status == 200)
        let (_, json, _) = await hubspot.send("GET", "/crm/v3/objects/companies/\(id)?properties=lifecyclestage,city")
        #expect(json["properties"]?["lifecyclestage"] == "customer")
        #expect(json["properties"]?["city"] == "Lyon")
    }

    @Test("A contact's e-mail is unique, case ignored, and the holder is named")
    func mail() async throws {
        let hubspot = try RunningHubSpot()
        let id = try await hubspot.contact(["email": "Zoe@Exemple.fr"])
        let (status, json, _) = await hubspot.send(
            "POST", "/crm/v3/objects/contacts", ["properties": ["email": "zoe@exemple.FR"]])
        #expect(status == 409)
        #expect(json["message"] == .string("Contact already exists. Existing ID: \(id)"))
    }

    @Test("History is newest first, and a value that stays the same adds nothing")
    func history() async throws {
        let hubspot = try RunningHubSpot()
        let id = try await hubspot.company(["name": "A"])
        for name in ["B", "B", "C"] {
            _ = await hubspot.send("PATCH", "/crm/v3/objects/companies/\(id)", ["properties": ["name": .string(name)]])
        }
        let (_, json, _) = await hubspot.send("GET", "/crm/v3/objects/companies/\(id)?propertiesWithHistory=name")
        let values = json["propertiesWithHistory"]?["name"]?.items?.compactMap { $0["value"]?.text }
        #expect(values == ["C", "B", "A"])
    }

    @Test("An archived record is gone from reads, and comes back when restored")
    func archived() async throws {
        let hubspot = try RunningHubSpot()
        let id = try await hubspot.company()
        #expect(await hubspot.send("DELETE", "/crm/v3/objects/companies/\(id)").status == 204)
        #expect(await hubspot.send("GET", "/crm/v3/objects/companies/\(id)").status == 404)
        #expect(await hubspot.send("GET", "/crm/v3/objects/companies/\(id)?archived=true").status == 200)
        try await hubspot.control("POST", "/hubspot/companies/\(id)/restore")
        #expect(await hubspot.send("GET", "/crm/v3/objects/companies/\(id)").status == 200)
    }

    @Test("A merged record answers under its survivor, whatever its id", arguments: [false, true])
    func merged(newId: Bool) async throws {
        let hubspot = try RunningHubSpot { $0.mergeMakesNewId = newId }
        let winner = try await hubspot.company(["name": "A"])
        let loser = try await hubspot.company(["name": "B", "city": "Lyon"])
        let survivor = try await hubspot.control(
            "POST", "/hubspot/companies/merge", ["primary": .string(winner), "loser": .string(loser)])
        #expect((survivor["id"]?.text == winner) == !newId)
        let (_, json, _) = await hubspot.send(
            "GET", "/crm/v3/objects/companies/\(loser)?properties=name,city,hs_merged_object_ids")
        #expect(json["id"] == survivor["id"])
        #expect(json["properties"]?["name"] == "A")
        #expect(json["properties"]?["city"] == "Lyon")
        let ids = json["properties"]?["hs_merged_object_ids"]?.text?.split(separator: ";").map(String.init)
        #expect(ids?.contains(loser) == true)
    }

    @Test("Bodies of e-mails come redacted without their scope")
    func redacted() async throws {
        let hubspot = try RunningHubSpot { $0.emailBodiesReadable = false }
        let made = await hubspot.send(
            "POST", "/crm/v3/objects/emails",
            ["properties": ["hs_timestamp": "2026-03-01T10:00:00Z", "hs_email_text": "Bonjour", "hs_email_subject": "Devis"]])
        let id = try hubspot.id(of: made)
        let (_, json, _) = await hubspot.send(
            "GET", "/crm/v3/objects/emails/\(id)?properties=hs_email_text,hs_email_subject")
        #expect(json["properties"]?["hs_email_text"] != "Bonjour")
        #expect(json["properties"]?["hs_email_subject"] == "Devis")
    }
}
