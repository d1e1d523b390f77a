import Domain
import HTTP
import HubSpot
import Testing

@Suite("HubSpot: listings and single definitions")
struct HubSpotListTests {
    @Test("R9 a page of all records, a hundred at most, and where the next begins")
    func page() async throws {
        let script = Script { _, before in
            let first: JSON = [
                "results": [record("1", ["SIRET": "x"]), record("2", [:], ["archived": true])],
                "paging": ["next": ["after": "2"]],
            ]
            return HTTPResponse(200, before == 0 ? first : ["results": []])
        }
        let client = HubSpotClient(script)
        let page = try await client.list(.company, properties: ["SIRET", "SIRET"], for: reads)
        #expect(page.objects.map(\.id) == [hubspotID(1)] && page.after == "2")
        let last = try await client.list(.company, properties: ["SIRET"], after: page.after, for: reads)
        #expect(last.objects.isEmpty && last.after == nil)
        #expect(
            script.requests.map(\.url) == [
                "https://api.hubapi.com/crm/v3/objects/companies?limit=100&properties=SIRET%2Chs_merged_object_ids",
                "https://api.hubapi.com/crm/v3/objects/companies?limit=100&properties=SIRET%2Chs_merged_object_ids&after=2",
            ])
        #expect(script.requests.allSatisfy { $0.method == .get && $0.permit == PermitRequest(purpose: .read, lane: .live, search: false) })
    }

    @Test("A page that leads to itself is none")
    func circle() async {
        let script = Script(200, #"{"results":[],"paging":{"next":{"after":"5"}}}"#)
        let error = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(script).list(.company, properties: [], after: "5", for: reads)
        }
        #expect(error == .faulted(200, "a page of records that leads to itself"))
    }

    @Test("One property's definition, or none")
    func property() async throws {
        let script = Script(200, #"{"name":"passerelle_ref","hasUniqueValue":true}"#)
        let property = try await HubSpotClient(script).property(.email, "passerelle_ref", for: reads)
        #expect(property?.hasUniqueValue == true)
        #expect(script.requests[0].url == "https://api.hubapi.com/crm/v3/properties/emails/passerelle_ref")
        #expect(try await HubSpotClient(Script(404, "{}")).property(.email, "x", for: reads) == nil)
        let error = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(Script(400, "{}")).property(.email, "x", for: reads)
        }
        #expect(error == .refused(HubSpotRefusal(status: 400, message: "HubSpot gives no reason")))
    }
}
