import Domain
import HTTP
import HubSpot
import Runtime

let hubspotToken = "pat-eu1-do-not-print-me"

let reads = HubSpotCall(purpose: .read, lane: .live)

extension HubSpotClient {
    init(_ script: Script, pace: HubSpotPace = .silent) {
        self.init(
            transport: script, baseURL: "https://api.hubapi.com", token: Secret(hubspotToken), pace: pace)
    }
}

func hubspotID(_ id: Int) -> ID<HubSpotRecord> { ID(String(id)) }
func hubspotIDs(_ ids: Range<Int>) -> [ID<HubSpotRecord>] { ids.map(hubspotID) }

/// A record as HubSpot answers it.
func record(_ id: String, _ properties: [String: JSON] = [:], _ more: [String: JSON] = [:]) -> JSON {
    .object(
        [
            "id": .string(id), "properties": .object(properties), "createdAt": "2026-01-02T03:04:05.678Z",
            "updatedAt": "2026-11-25T07:00:00.000Z", "archived": false,
        ].merging(more) { $1 })
}

let writes = HubSpotCall(purpose: .write, lane: .live)

extension HubSpotClient.Outcome {
    var object: HubSpotObject? { try? get() }
    var refusal: HubSpotRefusal? { if case .failure(let refusal) = self { refusal } else { nil } }
}
