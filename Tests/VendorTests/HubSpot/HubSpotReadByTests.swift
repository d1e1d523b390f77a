import Domain
import HTTP
import HubSpot
import Testing

@Suite("HubSpot: reading by a property with unique values")
struct HubSpotReadByTests {
    @Test("A hundred values a call, each once, answers by the value that was asked for")
    func references() async throws {
        let script = Script { request, _ in
            HTTPResponse(200, ["results": .array(request.inputs.reversed().map { record("1\($0)", ["passerelle_ref": .string($0)]) })])
        }
        let values = (0..<150).map(String.init) + ["7", ""]
        let found = try await HubSpotClient(script).read(
            .deal, by: "passerelle_ref", values: values, properties: ["dealname", "passerelle_ref"], for: reads)
        #expect(script.requests.map(\.inputs.count) == [100, 50])
        #expect(script.bodies[0]["idProperty"] == "passerelle_ref")
        #expect(script.bodies[0]["properties"] == ["dealname", "passerelle_ref", "hs_merged_object_ids"])
        #expect(found.count == 150)
        #expect(found.allSatisfy { $0.value.id == ID("1\($0.key)") })
    }

    @Test("R28 a mail's case is ignored, and a contact answers to its former addresses; case counts in a reference")
    func mails() async throws {
        let script = Script { _, _ in
            HTTPResponse(
                207,
                [
                    "results": [
                        record("1", ["email": "Elise@Example.fr"]),
                        record("2", ["email": "new@example.fr", "hs_additional_emails": "old@example.fr;older@example.fr"]),
                        record("3", ["email": "gone@example.fr"], ["archived": true]),
                    ], "errors": [["category": "OBJECT_NOT_FOUND", "context": ["ids": ["nobody@example.fr"]]]],
                ])
        }
        let found = try await HubSpotClient(script).read(
            .contact, by: "email",
            values: ["n/a", "a@b@c.fr", "@c.fr", "a @c.fr", "ELISE@example.fr", "elise@example.fr", " older@example.fr", "nobody@example.fr", "gone@example.fr"],
            properties: [], for: reads)
        #expect(script.requests[0].inputs == ["elise@example.fr", "older@example.fr", "nobody@example.fr", "gone@example.fr"])
        #expect(found.mapValues(\.id) == ["ELISE@example.fr": ID("1"), "elise@example.fr": ID("1"), " older@example.fr": ID("2")])
        let other = Script { _, _ in HTTPResponse(200, ["results": [record("1", ["passerelle_ref": "affaires:a1"])]]) }
        #expect(
            try await HubSpotClient(other).read(
                .deal, by: "passerelle_ref", values: ["affaires:A1"], properties: [], for: reads
            ).isEmpty)
    }

    @Test("What could not be read never passes for what is not there, and no value costs no call")
    func unreadable() async throws {
        let script = Script(207, #"{"results":[],"errors":[{"category":"INTERNAL_ERROR","message":"try again"}]}"#)
        let error = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(script).read(.deal, by: "passerelle_ref", values: ["a"], properties: [], for: reads)
        }
        #expect(error == .faulted(207, "try again"))
        let refused = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(Script(400, "{}")).read(.call, by: "passerelle_ref", values: ["a"], properties: [], for: reads)
        }
        #expect(refused == .refused(HubSpotRefusal(status: 400, message: "HubSpot gives no reason")))
        #expect(try await HubSpotClient(script).read(.deal, by: "x", values: [""], properties: [], for: reads).isEmpty)
        #expect(script.requests.count == 1)
    }
}
