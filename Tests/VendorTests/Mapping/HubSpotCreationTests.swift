import Domain
import HubSpot
import Testing

@Suite("R9, R14 What a record born in artis is given in HubSpot beside its fields")
struct HubSpotCreationTests {
    static let given: [(Kind, [String: String])] = [
        (.company, ["synchro_artis": "true", "lifecyclestage": "customer"]),
        (.deal, ["synchro_artis": "true", "pipeline": "default"]), (.contact, ["synchro_artis": "true"]),
        (.call, ["hs_call_status": "COMPLETED"]), (.email, ["hs_email_direction": "EMAIL"]),
        (.meeting, ["hs_meeting_start_time": "2026-11-25T07:00:30Z"]),
    ]

    @Test("By kind", arguments: given)
    func byKind(_ kind: Kind, _ expected: [String: String]) {
        let values: Values = [.date: "2026-11-25T07:00:30Z"]
        #expect(
            HubSpotMapping.creation(kind, values: values, trigger: "customer", pipeline: Fixture.pipeline) == expected)
    }

    @Test("Nothing is made up where the parameter or the pipeline is missing")
    func missing() {
        #expect(HubSpotMapping.creation(.company, values: [:], trigger: nil, pipeline: nil) == ["synchro_artis": "true"])
        #expect(HubSpotMapping.creation(.deal, values: [:], trigger: nil, pipeline: nil) == ["synchro_artis": "true"])
        #expect(HubSpotMapping.creation(.meeting, values: [:], trigger: nil, pipeline: nil) == [:])
    }
}
